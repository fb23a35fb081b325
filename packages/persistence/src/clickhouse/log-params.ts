/** Values of a statement; they travel apart from its text. */
export type LogParams = Record<string, string | number | readonly string[]>;

type LogParamType = "String" | "Array(String)" | "UUID" | "Date" | "UInt32" | "UInt64" | "Int64" | "Float64";

/** Collects the values of one statement. `bind` gives the placeholder that stands for a value in the text. */
export interface ParamBinder {
  bind(type: LogParamType, value: string | number | readonly string[]): string;
  params: LogParams;
}

export function openBinder(): ParamBinder {
  const params: LogParams = {};
  return {
    params,
    bind: (type, value) => {
      const name = `p${Object.keys(params).length}`;
      params[name] = value;
      return `{${name}:${type}}`;
    },
  };
}
