import type { NodeAllocation } from "@kubin/schema";
import { useQuery } from "@tanstack/react-query";
import { useAnalytics } from "../../../data/analytics-queries.ts";
import { Panel } from "../../../parts/panel.tsx";
import { useSettled } from "../../../parts/settle.tsx";
import { answerTexts } from "../../../texts/answers.ts";
import styles from "./answers.module.css";

const oneCore = 1;
const mebi = 1024 ** 2;

/** What the node has and what its pods ask for, of each a bar. The page is shown with it, since it moves what is below. */
export function NodeRoom({ name }: { name: string }) {
  const { data, error } = useQuery(useAnalytics().nodes());
  useSettled(!data && !error);
  const node = data?.items.find((one) => one.name === name);
  if (!node) return null;
  const { allocatable } = node;
  return (
    <Panel title={answerTexts.room}>
      {allocatable ? <Bars node={node} allocatable={allocatable} /> : <p>{answerTexts.noAllocatable}</p>}
    </Panel>
  );
}

function Bars({
  node,
  allocatable,
}: {
  node: NodeAllocation;
  allocatable: { cpu: number; memory: number; pods: number };
}) {
  const { requests, usage, pods } = node;
  return (
    <div className={styles.bars}>
      <Bar title={answerTexts.cpu} asked={requests.cpu} all={allocatable.cpu} text={coresText} />
      <Bar title={answerTexts.memory} asked={requests.memory} all={allocatable.memory} text={memoryText} />
      <Bar title={answerTexts.pods} asked={pods} all={allocatable.pods} text={String} words={answerTexts.podsOf} />
      {usage && <p className={styles.quiet}>{answerTexts.used(coresText(usage.cpu), memoryText(usage.memory))}</p>}
    </div>
  );
}

interface BarProps {
  title: string;
  asked: number;
  all: number;
  text: (amount: number) => string;
  words?: (asked: string, all: string, percent: string) => string;
}

function Bar({ title, asked, all, text, words = answerTexts.askedOf }: BarProps) {
  const share = all > 0 ? asked / all : 0;
  return (
    <div className={styles.bar}>
      <span>{title}</span>
      <div className={styles.track} aria-hidden>
        <div className={styles.fill} data-full={share > 0.9} style={{ width: `${Math.min(100, share * 100)}%` }} />
      </div>
      <span>{words(text(asked), text(all), `${Math.round(share * 100)} %`)}</span>
    </div>
  );
}

function coresText(cores: number): string {
  return cores < oneCore ? `${Math.round(cores * 1000)}m` : String(Math.round(cores * 100) / 100);
}

function memoryText(bytes: number): string {
  const inMebi = bytes / mebi;
  return inMebi < 1024 ? `${Math.round(inMebi)} MiB` : `${(inMebi / 1024).toFixed(1)} GiB`;
}
