/** A word that a POSIX shell reads as exactly this text. */
export const shellWord = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`

/** How a secret comes into the environment without being shown or kept in the shell's history. */
export const readInto = (variable: string) => `# Run first: read -rs ${variable} && export ${variable}`
