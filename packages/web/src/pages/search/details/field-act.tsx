import type { Icon as TablerIcon } from "@tabler/icons-react";

interface FieldActProps {
  label: string;
  pressed: boolean;
  icon: TablerIcon;
  onAct: () => void;
}

/** One thing that can be done with a field; pressed again it is taken back. */
export function FieldAct({ label, pressed, icon: Icon, onAct }: FieldActProps) {
  return (
    <button type="button" aria-pressed={pressed} aria-label={label} title={label} onClick={onAct}>
      <Icon size={14} aria-hidden />
    </button>
  );
}
