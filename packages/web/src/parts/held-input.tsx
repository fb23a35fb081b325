import { TextInput } from "@mantine/core";

interface HeldInputProps {
  label: string;
  text: string;
  onText: (text: string) => void;
}

/** Stands where a part with a field will, and keeps what is typed before the part's code is there. */
export function HeldInput({ label, text, onText }: HeldInputProps) {
  return (
    <TextInput
      autoFocus
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(event) => onText(event.currentTarget.value)}
    />
  );
}
