import { generateKeyPairSync, sign } from 'node:crypto'
import { promisify } from 'node:util'

const signAsync = promisify(sign)

/** RSA-2048 signatures a second with as many in flight as Node's thread pool takes: no issuer can be faster. */
export async function signatures(seconds: number) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const payload = Buffer.alloc(400)
  const end = performance.now() + seconds * 1000
  let count = 0
  const worker = async () => {
    while (performance.now() < end) {
      await signAsync('sha256', payload, privateKey)
      count++
    }
  }
  await Promise.all(Array.from({ length: 4 }, worker))
  return Math.round(count / seconds)
}
