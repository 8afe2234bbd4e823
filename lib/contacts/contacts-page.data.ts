import 'server-only'
import type { Work } from '@/lib/db/work'
import { currentOf, mistakesOf } from '@/lib/registers/register.rules'
import { contacts } from './contact.data'

type File = {
  readonly id: string
  readonly people: readonly { readonly id: string; readonly names: readonly { readonly text: string }[] }[]
}

/** How the people of a file are reached, with everything that stood there before. */
export const readContactsPart = async (work: Work, { id, people }: File) => {
  const rows = await contacts.list(work, id)
  return {
    people: people.map((person) => ({ id: person.id, name: person.names[0]?.text ?? '' })),
    current: currentOf(rows),
    mistakes: mistakesOf(rows),
  }
}
export type ContactsPart = Awaited<ReturnType<typeof readContactsPart>>
