/** The text of an answer, at most so many bytes of it; the rest is not waited for. */
export async function readLimited(
  body: AsyncIterable<Uint8Array> | null,
  limit: number,
): Promise<{ text: string; cut: boolean }> {
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for await (const chunk of body ?? []) {
    const room = limit - size
    size += chunk.length
    text += decoder.decode(chunk.subarray(0, room), { stream: true })
    if (size > limit) return { text, cut: true }
  }
  return { text: text + decoder.decode(), cut: false }
}
