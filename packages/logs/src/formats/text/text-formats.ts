import type { LineFormat } from "../../parse/line-format.ts";
import { calico } from "./cluster/calico.ts";
import { fluentBit, fluentd } from "./cluster/fluent.ts";
import { kubernetesE2e } from "./cluster/kubernetes-e2e.ts";
import { bracketedDate, bracketedDateLevel, datedLevel, leadingLevel } from "./cluster/leveled.ts";
import { nats } from "./cluster/nats.ts";
import { vsphere } from "./cluster/vsphere.ts";
import { clickhouse } from "./databases/clickhouse.ts";
import { etcdCapnslog } from "./databases/etcd-capnslog.ts";
import { mongodb } from "./databases/mongodb.ts";
import { mysql, mysqlGeneral, mysqlOld } from "./databases/mysql.ts";
import { postgresql } from "./databases/postgresql.ts";
import { erlangReport, rabbitmq } from "./databases/rabbitmq.ts";
import { redis } from "./databases/redis.ts";
import { cassandra } from "./java/cassandra.ts";
import { elasticsearch } from "./java/elasticsearch.ts";
import { javaUtilLogging } from "./java/java-util-logging.ts";
import { jenkins } from "./java/jenkins.ts";
import { jetty } from "./java/jetty.ts";
import { jvmGc } from "./java/jvm-gc.ts";
import { jvmUnified } from "./java/jvm-unified.ts";
import { kafka } from "./java/kafka.ts";
import { log4j } from "./java/log4j.ts";
import { spark } from "./java/spark.ts";
import { springBoot } from "./java/spring-boot.ts";
import { zookeeper } from "./java/zookeeper.ts";
import { djangoServer } from "./python/django-server.ts";
import { gunicornError } from "./python/gunicorn-error.ts";
import { openstack } from "./python/openstack.ts";
import { pythonBracketed, pythonDated, pythonLevelFirst } from "./python/python-logging.ts";
import { uvicorn } from "./python/uvicorn.ts";
import { vdsm } from "./python/vdsm.ts";
import { dotnetConsole } from "./runtimes/dotnet-console.ts";
import { envLogger } from "./runtimes/env-logger.ts";
import { nestjs, nodeDebug } from "./runtimes/node.ts";
import { monolog, phpErrorLog } from "./runtimes/php.ts";
import { rubyLogger } from "./runtimes/ruby-logger.ts";
import { serilogConsole, serilogFile } from "./runtimes/serilog.ts";
import { android } from "./syslog/android.ts";
import { glog } from "./syslog/glog.ts";
import { healthApp } from "./syslog/health-app.ts";
import { kernel } from "./syslog/kernel.ts";
import { openVSwitch } from "./syslog/open-vswitch.ts";
import { rfc5424 } from "./syslog/rfc5424.ts";
import { syslog } from "./syslog/syslog.ts";
import { accessLog } from "./web/access-log.ts";
import { apacheError } from "./web/apache-error.ts";
import { coredns } from "./web/coredns.ts";
import { envoy } from "./web/envoy.ts";
import { envoyAccess } from "./web/envoy-access.ts";
import { haproxy } from "./web/haproxy.ts";
import { haproxyProcess } from "./web/haproxy-process.ts";
import { iis } from "./web/iis.ts";
import { nginxError } from "./web/nginx-error.ts";
import { uwsgi } from "./web/uwsgi.ts";

/** Formats by what their lines begin with; in each list what asks for more stands before what asks for less. */
const behindBracket: readonly LineFormat[] = [
  envoyAccess,
  envoy,
  jvmUnified,
  haproxyProcess,
  apacheError,
  coredns,
  uwsgi,
  djangoServer,
  elasticsearch,
  gunicornError,
  pythonBracketed,
  monolog,
  phpErrorLog,
  envLogger,
  fluentBit,
  serilogConsole,
  nestjs,
  nats,
  kernel,
  kafka,
  bracketedDateLevel,
  bracketedDate,
  leadingLevel,
];
const behindDigit: readonly LineFormat[] = [
  accessLog,
  nginxError,
  haproxy,
  etcdCapnslog,
  mongodb,
  postgresql,
  mysql,
  mysqlGeneral,
  mysqlOld,
  redis,
  rabbitmq,
  clickhouse,
  springBoot,
  zookeeper,
  spark,
  openstack,
  vsphere,
  calico,
  jetty,
  jenkins,
  jvmGc,
  iis,
  fluentd,
  serilogFile,
  javaUtilLogging,
  syslog,
  openVSwitch,
  android,
  healthApp,
  log4j,
  pythonDated,
  datedLevel,
];
const behindOther: readonly LineFormat[] = [
  accessLog,
  haproxy,
  erlangReport,
  cassandra,
  openstack,
  rubyLogger,
  dotnetConsole,
  nodeDebug,
  uvicorn,
  vdsm,
  javaUtilLogging,
  pythonLevelFirst,
  kubernetesE2e,
  rfc5424,
  syslog,
  openVSwitch,
  kernel,
  glog,
  leadingLevel,
];

/** All of them, in an order in which the first that reads a line is the same: what asks for least is the last. */
export const textFormats: readonly LineFormat[] = [
  ...new Set([...behindDigit, ...behindBracket, ...behindOther].filter((format) => format !== leadingLevel)),
  leadingLevel,
];

/** Those that may read a line, by its first character; the first that does has it. */
export function textFormatsFor(text: string): readonly LineFormat[] {
  const first = text.charCodeAt(0);
  if (first === 91) return behindBracket;
  return first >= 48 && first <= 57 ? behindDigit : behindOther;
}
