// A program of its own: `node process.ts JOB NUMBER OPTIONS`. Says when it is open, and works when it is told to.
import { openStorage } from '../open.ts'
import { jobs } from './jobs.ts'

const [job = '', me = '', options = '{}'] = process.argv.slice(2)
const work = Object.entries(jobs).find(([name]) => name === job)?.[1]
if (!work) throw new Error(`No job ${job}`)

const storage = await openStorage({ ...JSON.parse(options), encryptionKey: new Uint8Array(32) })
process.send?.('open')
process.once('message', async () => {
  const achieved = await work(storage, Number(me))
  await storage.close()
  process.send?.(achieved, undefined, undefined, () => process.disconnect())
})
