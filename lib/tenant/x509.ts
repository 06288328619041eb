/** The library for certificates. Loaded late: most starts need none of it. */
export async function x509() {
  await import('reflect-metadata')
  return import('@peculiar/x509')
}
