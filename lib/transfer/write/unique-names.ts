/** The names, in their order, with a number behind each that is there already, whatever its case. */
export function uniqueNames(names: string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    let unique = name
    for (let number = 2; taken.has(unique.toLowerCase()); number++) unique = `${name}-${number}`
    taken.add(unique.toLowerCase())
    return unique
  })
}
