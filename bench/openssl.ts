import { spawnSync } from 'node:child_process'

/** RSA-2048 signatures a second on one core as OpenSSL measures them; undefined where its program is missing. */
export function opensslSignatures(): number | undefined {
  const { stdout } = spawnSync('openssl', ['speed', '-seconds', '3', 'rsa2048'], { encoding: 'utf8' })
  const perSecond = /^rsa +2048 bits +\S+s +\S+s +([\d.]+)/m.exec(stdout ?? '')?.[1]
  return perSecond === undefined ? undefined : Math.round(Number(perSecond))
}
