// Plain JavaScript on purpose: an old Node must be able to read this far and say so.
const wanted = 24
const [command = '', ...args] = process.argv.slice(2)

if (Number(process.versions.node.split('.')[0]) < wanted) {
  fail(
    `Grantboard needs Node.js ${wanted} or newer and this is ${process.version}: run it through npm after \`npm ci\`, which brings its own, or install Node.js ${wanted}.`,
  )
}

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
