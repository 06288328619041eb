import { code } from '../code.ts'

/** What is installed, for the screen and for the runner alike. Majors are named, so that the code stays true to them. */
export const fromNpm = (...packages: string[]) => ({
  install: code`npm install ${packages.join(' ')}`,
  executed: { npm: packages, commands: ['node'], debian: [] },
})
