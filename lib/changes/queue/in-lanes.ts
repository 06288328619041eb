/**
 * Does `work` with every item, at most `lanes` at a time and in their order, until `goesOn` says no or one rejects;
 * what was begun is finished first. Rejects with the first error.
 */
export async function inLanes<Item>(
  items: Item[],
  lanes: number,
  goesOn: () => Promise<boolean>,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const rest = items.values()
  let failed = false
  const lane = async () => {
    while (!failed && (await goesOn())) {
      const { value, done } = rest.next()
      if (done) return
      try {
        await work(value)
      } catch (error) {
        failed = true
        throw error
      }
    }
  }
  const results = await Promise.allSettled(Array.from({ length: Math.min(lanes, items.length) }, lane))
  const failure = results.find(({ status }) => status === 'rejected')
  if (failure?.status === 'rejected') throw failure.reason
}
