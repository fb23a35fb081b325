/** First of the loopback ports of the engines, `KUBIN_ENGINES_PORT`. */
const first = Number(process.env.KUBIN_ENGINES_PORT ?? 27_400);

export const ports = {
  postgres: first,
  redis: first + 1,
  redisCluster: [first + 2, first + 3, first + 4],
  kafka: first + 5,
  kafkaController: first + 6,
  minio: first + 7,
  versitygw: first + 8,
  clickhouse: first + 9,
  postgresReplica: first + 10,
  kafkaSecure: first + 11,
  etcd: first + 12,
  etcdPeer: first + 13,
  apiserver: first + 14,
  controllerManager: first + 15,
  scheduler: first + 16,
  kubelet: first + 17,
} as const;
