// Plain JavaScript on purpose: an old Node must be able to read this far and say so.
import { fileURLToPath } from 'node:url'

const wanted = 24
const [command = '', ...args] = process.argv.slice(2)

if (Number(process.versions.node.split('.')[0]) < wanted) {
  fail(
    `Grantboard needs Node.js ${wanted} or newer and this is ${process.version}: run it through npm after \`npm ci\`, which brings its own, or install Node.js ${wanted}.`,
  )
}

// Compiled sources are kept between starts, and the heap for short-lived objects does not grow: together they
// halve the tenant's start and save 50 MB, most of it the type stripper's.
const [{ enableCompileCache }, { setFlagsFromString }] = await Promise.all([
  import('node:module'),
  import('node:v8'),
])
setFlagsFromString('--semi-space-growth-factor=1')
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/node', import.meta.url)))

const { main } = await import(`./${command}.ts`)
try {
  await main(args)
} catch (error) {
  if (error.name !== 'StartError') throw error
  fail(error.message)
}

function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}
