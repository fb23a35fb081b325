import type { Level } from "@kubin/schema";
import { describe, expect, it } from "vitest";
import { formatNanos } from "../../lines/nanos.ts";
import { textFormats, textFormatsFor } from "./text-formats.ts";

/** A line as documentation or source of its program has it, and what it says. */
interface Example {
  format: string;
  line: string;
  /** With all nine digits; none where the line has no time. */
  time?: string;
  level?: Level;
  body: string;
  fields?: Readonly<Record<string, string>>;
}

const around = { capturedAt: new Date("2021-08-05T12:00:00Z") };
const at = "2021-08-05T10:14:09.000000000Z";
const atMillis = "2021-08-05T10:14:09.409000000Z";
const atMicros = "2021-08-05T10:14:09.409123000Z";

const web: Example[] = [
  {
    format: "access-log",
    line: '192.0.2.7 - - [05/Aug/2021:10:14:09 +0000] "GET /healthz?full=1 HTTP/1.1" 200 2 "-" "kube-probe/1.21" 104 0.012 [shop-web-80] [] 10.42.0.9:8080 2 0.011 200 6e1a5b2c3d4e5f60718293a4b5c6d7e8',
    time: at,
    level: "info",
    body: '"GET /healthz?full=1 HTTP/1.1" 200 2 "-" "kube-probe/1.21" 104 0.012 [shop-web-80] [] 10.42.0.9:8080 2 0.011 200 6e1a5b2c3d4e5f60718293a4b5c6d7e8',
    fields: {
      ...{ method: "GET", path: "/healthz", query: "full=1", status: "200", bytes: "2", client: "192.0.2.7" },
      ...{ user_agent: "kube-probe/1.21", duration: "12", upstream: "shop-web-80", upstream_duration: "11" },
      ...{ upstream_address: "10.42.0.9:8080", request_id: "6e1a5b2c3d4e5f60718293a4b5c6d7e8" },
    },
  },
  {
    format: "access-log",
    line: '192.0.2.7 - frank [05/Aug/2021:03:14:09 -0700] "GET /apache_pb.gif HTTP/1.0" 503 2326',
    time: at,
    level: "error",
    body: '"GET /apache_pb.gif HTTP/1.0" 503 2326',
    fields: { user: "frank", status: "503", bytes: "2326" },
  },
  {
    format: "access-log",
    line: '192.0.2.7 - - [05/Aug/2021:10:14:09 +0000] "GET / HTTP/1.1" 404 19 "-" "curl" 7 "web@docker" "http://10.0.0.2:80" 3ms',
    time: at,
    level: "warn",
    body: '"GET / HTTP/1.1" 404 19 "-" "curl" 7 "web@docker" "http://10.0.0.2:80" 3ms',
    fields: { duration: "3", router: "web@docker", upstream: "http://10.0.0.2:80" },
  },
  {
    format: "access-log",
    line: '192.0.2.7 - - [05/Aug/2021:10:14:09 +0000] "\\x16\\x03\\x01" 400 150 "-" "-"',
    time: at,
    level: "warn",
    body: '"\\x16\\x03\\x01" 400 150 "-" "-"',
    fields: { status: "400" },
  },
  {
    format: "envoy-access",
    line: '[2021-08-05T10:14:09.409Z] "POST /api/v1/locations HTTP/2" 204 - 154 0 226 100 "192.0.2.35" "nsq2http" "cc21d9b0-cf5c-432b-8c7e-98aeb7988cd2" "locations" "tcp://10.0.2.1:80"',
    time: atMillis,
    level: "info",
    body: '"POST /api/v1/locations HTTP/2" 204 - 154 0 226 100 "192.0.2.35" "nsq2http" "cc21d9b0-cf5c-432b-8c7e-98aeb7988cd2" "locations" "tcp://10.0.2.1:80"',
    fields: {
      ...{ method: "POST", path: "/api/v1/locations", status: "204", duration: "226", client: "192.0.2.35" },
      ...{
        request_id: "cc21d9b0-cf5c-432b-8c7e-98aeb7988cd2",
        upstream: "tcp://10.0.2.1:80",
        upstream_duration: "100",
      },
    },
  },
  {
    format: "envoy-access",
    line: '[2021-08-05T10:14:09.409Z] "GET /status/418 HTTP/1.1" 418 - via_upstream - "-" 0 135 4 3 "-" "curl/7.73.0" "84961386-6d84-929d-98bd-c5aee93b5c88" "httpbin:8000" "10.44.1.27:80" outbound|8000||httpbin.foo.svc.cluster.local 10.44.1.23:37652 10.0.45.184:8000 10.44.1.23:46520 - default',
    time: atMillis,
    level: "warn",
    body: '"GET /status/418 HTTP/1.1" 418 - via_upstream - "-" 0 135 4 3 "-" "curl/7.73.0" "84961386-6d84-929d-98bd-c5aee93b5c88" "httpbin:8000" "10.44.1.27:80" outbound|8000||httpbin.foo.svc.cluster.local 10.44.1.23:37652 10.0.45.184:8000 10.44.1.23:46520 - default',
    fields: {
      status: "418",
      duration: "4",
      bytes: "135",
      upstream: "10.44.1.27:80",
      client: "10.44.1.23",
      client_port: "46520",
      route: "default",
    },
  },
  {
    format: "nginx-error",
    line: '2021/08/05 10:14:09 [error] 29#30: *1 connect() failed (111: Connection refused) while connecting to upstream, client: 192.0.2.7, server: shop.example, request: "GET /a?b=c HTTP/1.1", upstream: "http://10.0.0.2:80/a?b=c", host: "shop.example"',
    time: at,
    level: "error",
    body: 'connect() failed (111: Connection refused) while connecting to upstream, client: 192.0.2.7, server: shop.example, request: "GET /a?b=c HTTP/1.1", upstream: "http://10.0.0.2:80/a?b=c", host: "shop.example"',
    fields: {
      pid: "29",
      connection: "1",
      client: "192.0.2.7",
      path: "/a",
      upstream: "http://10.0.0.2:80/a?b=c",
      host: "shop.example",
    },
  },
  {
    format: "apache-error",
    line: "[Thu Aug 05 10:14:09.409123 2021] [core:error] [pid 35708:tid 4328636416] [client 192.0.2.99:50] File does not exist: /favicon.ico",
    time: atMicros,
    level: "error",
    body: "[client 192.0.2.99:50] File does not exist: /favicon.ico",
    fields: { module: "core", pid: "35708", thread: "4328636416", client: "192.0.2.99" },
  },
  {
    format: "haproxy",
    line: '192.0.2.40:33317 [05/Aug/2021:10:14:09.409] http-in static/srv1 10/0/30/69/109 200 2750 - - ---- 1/1/1/1/0 0/0 {1wt.eu} {} "GET /index.html HTTP/1.1"',
    time: atMillis,
    level: "info",
    body: 'http-in static/srv1 10/0/30/69/109 200 2750 - - ---- 1/1/1/1/0 0/0 {1wt.eu} {} "GET /index.html HTTP/1.1"',
    fields: {
      client: "192.0.2.40",
      duration: "109",
      status: "200",
      method: "GET",
      path: "/index.html",
      backend: "static",
    },
  },
  {
    format: "haproxy",
    line: "192.0.2.40:33313 [05/Aug/2021:10:14:09.409] fnt bck/srv1 0/0/5007 212 -- 0/0/0/0/3 0/0",
    time: atMillis,
    level: "info",
    body: "fnt bck/srv1 0/0/5007 212 -- 0/0/0/0/3 0/0",
    fields: { duration: "5007", bytes: "212", server: "srv1" },
  },
  {
    format: "coredns",
    line: '[INFO] 10.244.0.5:37000 - 12345 "A IN kubernetes.default.svc.cluster.local. udp 62 false 512" NXDOMAIN qr,aa,rd 106 0.000123s',
    level: "info",
    body: '10.244.0.5:37000 - 12345 "A IN kubernetes.default.svc.cluster.local. udp 62 false 512" NXDOMAIN qr,aa,rd 106 0.000123s',
    fields: { client: "10.244.0.5", status: "NXDOMAIN", duration: "0.123", query_type: "A" },
  },
  {
    format: "coredns",
    line: "[ERROR] plugin/errors: 2 example.org. A: read udp 10.0.0.1:5->192.0.2.53:53: i/o timeout",
    level: "error",
    body: "plugin/errors: 2 example.org. A: read udp 10.0.0.1:5->192.0.2.53:53: i/o timeout",
    fields: { plugin: "errors" },
  },
  {
    format: "django-server",
    line: '[05/Aug/2021 10:14:09] "GET /admin/?next=1 HTTP/1.1" 302 0',
    time: at,
    level: "info",
    body: '"GET /admin/?next=1 HTTP/1.1" 302 0',
    fields: { path: "/admin/", query: "next=1" },
  },
];

const more: Example[] = [
  {
    format: "envoy",
    line: "[2021-08-05 10:14:09.409][7][warning][main] [source/server/server.cc:255] no port",
    time: atMillis,
    level: "warn",
    body: "no port",
    fields: { thread: "7", logger: "main", caller: "source/server/server.cc:255" },
  },
  {
    format: "haproxy-process",
    line: "[NOTICE]   (7) : New worker (8) forked",
    level: "info",
    body: "New worker (8) forked",
    fields: { pid: "7" },
  },
  {
    format: "haproxy-process",
    line: "[ALERT] 214/092712 (1) : sendmsg failed",
    level: "fatal",
    body: "sendmsg failed",
  },
  {
    format: "jenkins",
    line: "2021-08-05 10:14:09.409+0000 [id=7]\tINFO\tjenkins.InitReactorRunner$1#onAttained: Started",
    time: atMillis,
    level: "info",
    body: "Started",
    fields: { logger: "jenkins.InitReactorRunner$1", function: "onAttained" },
  },
  {
    format: "jvm-unified",
    line: "[0.012s][info][gc] Using G1",
    level: "info",
    body: "Using G1",
    fields: { logger: "gc", uptime: "0.012" },
  },
  {
    format: "jvm-unified",
    line: "[2021-08-05T10:14:09.409+0000][0.012s][warning][gc,heap] low",
    time: atMillis,
    level: "warn",
    body: "low",
    fields: { logger: "gc,heap" },
  },
];

const java: Example[] = [
  {
    format: "spring-boot",
    line: "2021-08-05 10:14:09.409  INFO 31937 --- [           main] o.s.b.w.embedded.tomcat.TomcatWebServer  : Tomcat started on port(s): 8080",
    time: atMillis,
    level: "info",
    body: "Tomcat started on port(s): 8080",
    fields: { pid: "31937", thread: "main", logger: "o.s.b.w.embedded.tomcat.TomcatWebServer" },
  },
  {
    format: "spring-boot",
    line: "2021-08-05T10:14:09.409Z  WARN 1 --- [shop] [nio-8080-exec-1] [803b448a0489f84084905d3093480352-3425f23bb2432450] c.e.Shop : slow",
    time: atMillis,
    level: "warn",
    body: "slow",
    fields: {
      application: "shop",
      trace: "803b448a0489f84084905d3093480352",
      span: "3425f23bb2432450",
      logger: "c.e.Shop",
    },
  },
  {
    format: "spring-boot",
    line: "2021-08-05 10:14:09.409 DEBUG [shop,5f1b,aa12,true] 7 --- [nio-1] c.e.Shop : hi",
    time: atMillis,
    level: "debug",
    body: "hi",
    fields: { application: "shop", trace: "5f1b", span: "aa12", pid: "7" },
  },
  {
    format: "log4j",
    line: "2021-08-05 10:14:09,409 INFO  [io.quarkus] (main) getting-started 1.0 started in 0.8s",
    time: atMillis,
    level: "info",
    body: "getting-started 1.0 started in 0.8s",
    fields: { logger: "io.quarkus", thread: "main" },
  },
  {
    format: "log4j",
    line: "10:14:09.409 [main] ERROR com.foo.Bar - Did it again!",
    level: "error",
    body: "Did it again!",
    fields: { thread: "main", logger: "com.foo.Bar" },
  },
  {
    format: "log4j",
    line: "2021-08-05 10:14:09,409 INFO  org.apache.flink.runtime.taskexecutor.TaskManagerRunner      [] -  Preconfiguration",
    time: atMillis,
    level: "info",
    body: " Preconfiguration",
    fields: { logger: "org.apache.flink.runtime.taskexecutor.TaskManagerRunner" },
  },
  {
    format: "zookeeper",
    line: "2021-08-05 10:14:09,409 [myid:1] - INFO  [main:o.a.z.s.q.QuorumPeerConfig@177] - Reading configuration",
    time: atMillis,
    level: "info",
    body: "Reading configuration",
    fields: { my_id: "1", thread: "main", logger: "o.a.z.s.q.QuorumPeerConfig" },
  },
  {
    format: "elasticsearch",
    line: "[2021-08-05T10:14:09,409][WARN ][o.e.d.z.ZenDiscovery     ] [node-1] not enough master nodes",
    time: atMillis,
    level: "warn",
    body: "not enough master nodes",
    fields: { logger: "o.e.d.z.ZenDiscovery", node: "node-1" },
  },
  {
    format: "cassandra",
    line: "INFO  [main] 2021-08-05 10:14:09,409 CassandraDaemon.java:507 - Hostname: cassandra-0",
    time: atMillis,
    level: "info",
    body: "Hostname: cassandra-0",
    fields: { thread: "main", caller: "CassandraDaemon.java:507" },
  },
  {
    format: "java-util-logging",
    line: "05-Aug-2021 10:14:09.409 INFO [main] org.apache.catalina.startup.Catalina.start Server startup in 1 ms",
    time: atMillis,
    level: "info",
    body: "Server startup in 1 ms",
    fields: { thread: "main", logger: "org.apache.catalina.startup.Catalina", function: "start" },
  },
  {
    format: "java-util-logging",
    line: "Aug 05, 2021 10:14:09 PM com.example.Shop open",
    time: "2021-08-05T22:14:09.000000000Z",
    body: "com.example.Shop open",
    fields: { logger: "com.example.Shop" },
  },
  {
    format: "leading-level",
    line: "SEVERE: could not open",
    level: "error",
    body: "could not open",
  },
  {
    format: "jetty",
    line: "2021-08-05 10:14:09.409:INFO:oejs.Server:main: Started",
    time: atMillis,
    level: "info",
    body: "Started",
    fields: { logger: "oejs.Server", thread: "main" },
  },
];

const python: Example[] = [
  {
    format: "python-logging",
    line: "2021-08-05 10:14:09,409 - simple.example - CRITICAL - msg",
    time: atMillis,
    level: "fatal",
    body: "msg",
  },
  {
    format: "python-logging-level-first",
    line: "WARNING:root:Watch out!",
    level: "warn",
    body: "Watch out!",
    fields: { logger: "root" },
  },
  {
    format: "python-logging-level-first",
    line: "ERROR 2021-08-05 10:14:09,409 views 31 140 oh",
    time: atMillis,
    level: "error",
    body: "oh",
    fields: { logger: "views", pid: "31", thread: "140" },
  },
  {
    format: "python-logging-bracketed",
    line: "[2021-08-05 10:14:09,409: INFO/ForkPoolWorker-2] shop.tasks.add[c8b2d5f0-1]: adding",
    time: atMillis,
    level: "info",
    body: "adding",
    fields: { process: "ForkPoolWorker-2", task: "shop.tasks.add", task_id: "c8b2d5f0-1" },
  },
  {
    format: "python-logging-bracketed",
    line: "[2021-08-05 10:14:09,409] {scheduler_job.py:241} WARNING - late",
    time: atMillis,
    level: "warn",
    body: "late",
  },
  {
    format: "python-logging",
    line: "2021-08-05 10:14:09.409 | SUCCESS  | __main__:run:12 - done",
    time: atMillis,
    level: "info",
    body: "done",
    fields: { function: "run" },
  },
  {
    format: "gunicorn-error",
    line: "[2021-08-05 10:14:09 +0000] [7] [INFO] Booting worker with pid: 7",
    time: at,
    level: "info",
    body: "Booting worker with pid: 7",
    fields: { pid: "7" },
  },
  {
    format: "openstack",
    line: '2021-08-05 10:14:09.409 25746 INFO nova.osapi_compute.wsgi.server [req-38101a0b 113d3a 54fadb - - -] 10.11.10.1 "GET /v2/servers?a=b HTTP/1.1" status: 200 len: 1893 time: 0.2477829',
    time: atMillis,
    level: "info",
    body: '10.11.10.1 "GET /v2/servers?a=b HTTP/1.1" status: 200 len: 1893 time: 0.2477829',
    fields: {
      request_id: "req-38101a0b",
      method: "GET",
      path: "/v2/servers",
      duration: "247.7829",
      client: "10.11.10.1",
    },
  },
];

const runtimes: Example[] = [
  {
    format: "dotnet-console",
    line: "fail: Microsoft.AspNetCore.Server.Kestrel[13]",
    level: "error",
    body: "Microsoft.AspNetCore.Server.Kestrel[13]",
    fields: { event_id: "13" },
  },
  {
    format: "dotnet-console",
    line: "info: Shop.Worker[0] running",
    level: "info",
    body: "running",
    fields: { logger: "Shop.Worker" },
  },
  { format: "serilog-console", line: "[10:14:09 WRN] slow", level: "warn", body: "slow" },
  {
    format: "serilog-file",
    line: "2021-08-05 12:14:09.409 +02:00 [ERR] broken",
    time: atMillis,
    level: "error",
    body: "broken",
  },
  {
    format: "ruby-logger",
    line: "W, [2021-08-05T10:14:09.409123 #7]  WARN -- shop: low",
    time: atMicros,
    level: "warn",
    body: "low",
    fields: { pid: "7", logger: "shop" },
  },
  {
    format: "monolog",
    line: "[2021-08-05T10:14:09.409123+00:00] app.ALERT: out [] []",
    time: atMicros,
    level: "fatal",
    body: "out [] []",
    fields: { logger: "app" },
  },
  {
    format: "php-error-log",
    line: "[05-Aug-2021 10:14:09 UTC] PHP Warning:  Undefined variable $x in /a.php on line 3",
    time: at,
    level: "warn",
    body: "Undefined variable $x in /a.php on line 3",
  },
  {
    format: "php-error-log",
    line: "[05-Aug-2021 10:14:09] NOTICE: fpm is running, pid 1",
    time: at,
    level: "info",
    body: "fpm is running, pid 1",
  },
  {
    format: "nestjs",
    line: "[Nest] 1  - 08/05/2021, 10:14:09 AM     LOG [NestFactory] Starting",
    time: at,
    level: "info",
    body: "Starting",
    fields: { logger: "NestFactory" },
  },
  {
    format: "node-debug",
    line: "Thu, 05 Aug 2021 10:14:09 GMT express:router dispatching GET /",
    time: at,
    level: "debug",
    body: "dispatching GET /",
    fields: { logger: "express:router" },
  },
  {
    format: "env-logger",
    line: "[2021-08-05T10:14:09Z ERROR shop::db] gone",
    time: at,
    level: "error",
    body: "gone",
    fields: { logger: "shop::db" },
  },
];

const databases: Example[] = [
  {
    format: "etcd-capnslog",
    line: "2021-08-05 10:14:09.409123 W | etcdserver: request took too long",
    time: atMicros,
    level: "warn",
    body: "request took too long",
    fields: { logger: "etcdserver" },
  },
  {
    format: "postgresql",
    line: "2021-08-05 10:14:09.409 UTC [31] shop@orders LOG:  duration: 3 ms",
    time: atMillis,
    level: "info",
    body: "duration: 3 ms",
    fields: { user: "shop", database: "orders" },
  },
  {
    format: "postgresql",
    line: "2021-08-05 10:14:09 UTC:192.0.2.7(4011):shop@orders:[31]:FATAL:  no pg_hba.conf entry",
    time: at,
    level: "fatal",
    body: "no pg_hba.conf entry",
    fields: { client: "192.0.2.7", pid: "31" },
  },
  {
    format: "mysql",
    line: "2021-08-05T10:14:09.409123Z 0 [System] [MY-010931] [Server] ready for connections.",
    time: atMicros,
    level: "info",
    body: "ready for connections.",
    fields: { error_code: "MY-010931", subsystem: "Server" },
  },
  {
    format: "mysql",
    line: "2021-08-05  9:14:09 0 [Note] mysqld: ready for connections.",
    time: "2021-08-05T09:14:09.000000000Z",
    level: "info",
    body: "mysqld: ready for connections.",
  },
  {
    format: "mysql-old",
    line: "210805 10:14:09 [ERROR] Can't open shared library",
    time: at,
    level: "error",
    body: "Can't open shared library",
  },
  {
    format: "redis",
    line: "1:M 05 Aug 2021 10:14:09.409 # WARNING overcommit_memory is set to 0!",
    time: atMillis,
    level: "warn",
    body: "WARNING overcommit_memory is set to 0!",
    fields: { role: "master" },
  },
  {
    format: "mongodb",
    line: "2021-08-05T10:14:09.409+0000 I NETWORK  [listener] connection accepted",
    time: atMillis,
    level: "info",
    body: "connection accepted",
    fields: { logger: "NETWORK", thread: "listener" },
  },
  {
    format: "mongodb",
    line: "2021-08-05T10:14:09.409+0000 W  -        [conn7] oops",
    time: atMillis,
    level: "warn",
    body: "oops",
  },
  {
    format: "rabbitmq",
    line: "2021-08-05 10:14:09.409123+00:00 [warning] <0.222.0> memory high",
    time: atMicros,
    level: "warn",
    body: "memory high",
    fields: { process: "0.222.0" },
  },
  {
    format: "erlang-report",
    line: "=ERROR REPORT==== 5-Aug-2021::10:14:09 ===",
    time: at,
    level: "error",
    body: "=ERROR REPORT==== 5-Aug-2021::10:14:09 ===",
  },
  {
    format: "clickhouse",
    line: "2021.08.05 10:14:09.409123 [ 7 ] {} <Information> Application: Ready",
    time: atMicros,
    level: "info",
    body: "Ready",
    fields: { logger: "Application" },
  },
];

const system: Example[] = [
  {
    format: "rfc5424",
    line: '<165>1 2021-08-05T10:14:09.409Z host.example evntslog 7 ID47 [x@32473 iut="3" quote="a\\"]b"] An event',
    time: atMillis,
    level: "info",
    body: "An event",
    fields: { host: "host.example", unit: "evntslog", pid: "7", message_id: "ID47", iut: "3" },
  },
  {
    format: "syslog",
    line: "<34>Aug  5 10:14:09 mymachine su: 'su root' failed",
    time: at,
    level: "fatal",
    body: "'su root' failed",
    fields: { unit: "su" },
  },
  {
    format: "syslog",
    line: 'Aug 05 10:14:09.409123 node-1 kubelet[7]: E0805 10:14:09.409100       7 pod_workers.go:191] "Error syncing pod" err="x"',
    time: atMicros,
    level: "error",
    body: '"Error syncing pod" err="x"',
    fields: { unit: "kubelet", pid: "7", caller: "pod_workers.go:191", host: "node-1" },
  },
  {
    format: "syslog",
    line: "2021-08-05T10:14:09+0000 node-1 systemd[1]: Started.",
    time: at,
    body: "Started.",
    fields: { unit: "systemd" },
  },
  {
    format: "kernel",
    line: "[   12.345678] usb 1-1: new device",
    body: "usb 1-1: new device",
    fields: { uptime: "12.345678" },
  },
  { format: "kernel", line: "[Thu Aug  5 10:14:09 2021] oom-kill: x", time: at, body: "oom-kill: x" },
  {
    format: "android",
    line: "08-05 10:14:09.409  1702  2395 W Window: gone",
    time: atMillis,
    level: "warn",
    body: "gone",
    fields: { logger: "Window", thread: "2395" },
  },
  {
    format: "glog",
    line: "E20210805 10:14:09.409123  7 file.cc:12] bad",
    time: atMicros,
    level: "error",
    body: "bad",
    fields: { caller: "file.cc:12" },
  },
  {
    format: "open-vswitch",
    line: "2021-08-05T10:14:09.409Z|00001|dns_resolve|WARN|Failed",
    time: atMillis,
    level: "warn",
    body: "Failed",
    fields: { logger: "dns_resolve" },
  },
  {
    format: "calico",
    line: "2021-08-05 10:14:09.409 [WARNING][7] felix/int_dataplane.go 123: x",
    time: atMillis,
    level: "warn",
    body: "x",
    fields: { logger: "felix", caller: "int_dataplane.go:123" },
  },
  {
    format: "fluent-bit",
    line: "[2021/08/05 10:14:09] [ warn] [output:es:es.0] failed",
    time: at,
    level: "warn",
    body: "failed",
    fields: { logger: "output:es:es.0" },
  },
  {
    format: "fluentd",
    line: "2021-08-05 10:14:09 +0000 [error]: #0 lost",
    time: at,
    level: "error",
    body: "lost",
    fields: { worker: "0" },
  },
  {
    format: "nats",
    line: "[7] 2021/08/05 10:14:09.409123 [INF] Server is ready",
    time: atMicros,
    level: "info",
    body: "Server is ready",
  },
];

describe("plain text formats", () => {
  it.each([...web, ...more, ...java, ...python, ...runtimes, ...databases, ...system])("$format: $line", (example) => {
    const found = textFormatsFor(example.line).flatMap((format) => {
      const reading = format.read(example.line, around);
      return reading ? [{ name: format.name, reading }] : [];
    })[0];
    const { name, reading } = found ?? {};
    expect(name).toBe(example.format);
    expect(textFormats.find((format) => format.read(example.line, around))?.name).toBe(example.format);
    expect(reading?.body).toBe(example.body);
    expect(reading?.level).toBe(example.level);
    expect(reading?.time && formatNanos(reading.time.at)).toBe(example.time);
    expect(Object.fromEntries(reading?.fields ?? [])).toMatchObject(example.fields ?? {});
  });

  it.each([
    "",
    "Error: Cannot find module 'express'",
    "info: the shop is open",
    "Server listening on port 8080",
    "2021 was a good year",
    "[INFO ",
    "[1/7] Fetching packages...",
    "[main] starting",
    "Aug 05 was a Thursday",
    "10:14 in the morning",
    "    at com.example.Shop.open(Shop.java:7)",
    'Caused by: java.lang.IllegalStateException: "x" [y]',
    "goroutine 1 [running]:",
    '  status: "True"',
    "ERROR in ./src/index.ts",
    "+ cp -r /a /b",
    '{"level":"info","msg":"x"}',
    "level=info msg=x",
    "I0805 10:14:09.409123       1 main.go:10] x",
    "2021-08-05T10:14:09Z Failed loading: no such file",
    "2021-08-05 10:14:09 got ERROR from server",
    "2021-08-05 10:14:09 10.0.0.1:2379 is up",
    "2021-08-05T10:14:09.409Z\tinfo\tmain.go:10\tx",
  ])("is nobody's: %s", (line) => {
    expect(textFormats.flatMap((format) => (format.read(line, around) ? [format.name] : []))).toEqual([]);
  });

  it("gives a time without a year none where nothing around says one", () => {
    const line = "Aug 05 10:14:09 node-1 systemd[1]: Started.";
    const read = (surroundings: object) =>
      textFormats.find(({ name }) => name === "syslog")?.read(line, surroundings)?.time;
    expect(read({})).toBeUndefined();
    expect(read({ envelopeAt: 1_628_158_449_000_000_000n, capturedAt: new Date("2030-01-01") })?.at).toBe(
      1_628_158_449_000_000_000n,
    );
    expect(read({ capturedAt: new Date("2021-08-04T10:14:08Z") })?.at).toBe(1_596_622_449_000_000_000n);
  });
});
