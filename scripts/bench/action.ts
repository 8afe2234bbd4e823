// A command of the application as a browser asks for it: the server action behind a page, over HTTP.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Asker } from './organisation'
import type { Server } from './servers'

/** The number under which Next knows the action of this build. */
export const findAction = (name: string): string => {
  const manifest: unknown = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8'))
  const found = new RegExp(`"(\\w+)":\\{(?:(?!"exportedName").)*"exportedName":"${name}"`).exec(
    JSON.stringify(manifest),
  )
  if (found?.[1] === undefined) throw new Error(`the build has no ${name}`)
  return found[1]
}

/** @returns asks the command for an input and gives its answer as it came; throws when the application refused */
export const actionOf = (
  served: Server,
  name: string,
  { address, who }: { readonly address: string; readonly who: Asker },
): ((input: unknown) => Promise<string>) => {
  const action = findAction(name)
  return async (input) => {
    const { body } = await served.ask(address, {
      who,
      body: JSON.stringify([{ requestId: randomUUID(), input }]),
      headers: {
        'next-action': action,
        'content-type': 'text/plain;charset=UTF-8',
        accept: 'text/x-component',
      },
    })
    if (!body.includes('"ok":true')) throw new Error(`${name} was refused: ${body.slice(0, 500)}`)
    return body
  }
}
