/** Marks raw parts for the rule that moves old ones to cheaper storage: by their key they could not be told apart. */
export const rawTag = { Key: "kubin-part", Value: "raw" };
