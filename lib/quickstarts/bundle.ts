import type { Parts } from './build.ts'
import { type Folder, setUp, start } from './commands.ts'
import type { AcceptPart, CallPart } from './language.ts'

type BundledFile = { path: string; text: string }

/** Every file of both halves with its path, each half with an `.env` whose value is left for the person to fill in. */
export function bundle({ accept, call }: Parts): BundledFile[] {
  const files = [...(accept ? filesOf('api', accept) : []), ...(call ? filesOf('client', call) : [])]
  return [...files, { path: 'README.md', text: readme({ accept, call }) }]
}

const filesOf = (folder: Folder, { files, secret }: AcceptPart | CallPart) => [
  ...files.map(({ name, code }) => ({ path: `${folder}/${name}`, text: `${code.text}\n` })),
  ...(secret ? [{ path: `${folder}/.env`, text: `${secret}=''\n` }] : []),
]

function readme({ accept, call }: Parts) {
  const steps = [
    ...(accept ? section('The API', 'api', accept) : []),
    ...(accept ? ['Without a token it refuses:', shell(accept.request.text)] : []),
    ...(call ? section('The client', 'client', call) : []),
  ]
  return `${steps.join('\n\n')}\n`
}

const section = (title: string, folder: Folder, part: AcceptPart | CallPart) => [
  `## ${title}`,
  ...(part.secret ? [`Put the secret into \`${folder}/.env\`. Keep that file out of version control.`] : []),
  shell(`${setUp(folder, part).text}\n${start(part).text}`),
]

const shell = (commands: string) => `\`\`\`sh\n${commands}\n\`\`\``

/**
 * One text that writes all the files when it is pasted into a shell. No value can end a file early: an identifier
 * holds no line break, so the line that does stands by itself only where we put it.
 */
export function asCommands(files: BundledFile[]): string {
  const folders = [
    ...new Set(files.map(({ path }) => path.split('/').slice(0, -1).join('/')).filter(Boolean)),
  ]
  const writes = files.map(({ path, text }) => `cat > ${path} <<'END_OF_FILE'\n${text}END_OF_FILE`)
  return [...(folders.length > 0 ? [`mkdir -p ${folders.join(' ')}`] : []), ...writes, ''].join('\n')
}
