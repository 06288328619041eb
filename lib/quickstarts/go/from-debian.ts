import type { Provided } from '../language.ts'

const sources = '/usr/share/gocode/src'

export type StandIn = { package: string; text: string }

/**
 * Debian's libraries lie where Go looked for them before it had modules. The overlay adds what goes by another
 * import path there, and what Go 1.19 lacks.
 */
export const fromDebian = (libraries: string[], note: string, standIns: StandIn[] = []): Provided => ({
  debian: ['golang-go', ...libraries],
  files: [
    ...standIns.map(({ package: path, text }) => ({ name: placeOf(path), text })),
    { name: 'overlay.json', text: JSON.stringify({ Replace: overlay(standIns) }) },
  ],
  environment: { GO111MODULE: 'off', GOPATH: '/usr/share/gocode', GOFLAGS: '-overlay=overlay.json' },
  note,
})

const placeOf = (path: string) => `debian/${path}.go`

const overlay = (standIns: StandIn[]) =>
  Object.fromEntries(standIns.map(({ package: path }) => [`${sources}/${path}/stand_in.go`, placeOf(path)]))

/** In the standard library since Go 1.21. */
export const slices: StandIn = {
  package: 'slices',
  text: `package slices

func Contains[S ~[]E, E comparable](all S, one E) bool {
	for _, each := range all {
		if each == one {
			return true
		}
	}
	return false
}
`,
}
