/** What else stands in the address, so that a form which makes a new one keeps it; empty ones are left out. */
export function KeptFields({ fields }: { fields: Record<string, string | undefined> }) {
  return Object.entries(fields).map(
    ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
  )
}
