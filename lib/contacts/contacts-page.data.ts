import 'server-only'
import { readFile } from '@/lib/cases/file-page.data'
import type { Work } from '@/lib/db/work'
import { mistakesOf, standingOf } from '@/lib/registers/register.rules'
import { listContacts } from './contact.data'

/** How the people of the file at an address are reached, with everything that stood there before. */
export const readContactsPage = (work: Work, address: Parameters<typeof readFile>[1]) =>
  readFile(work, address, async ({ id, people }) => {
    const rows = await listContacts(work, [id])
    return {
      people: people.map((person) => ({ id: person.id, name: person.names[0]?.text ?? '' })),
      standing: standingOf(rows),
      mistakes: mistakesOf(rows),
    }
  })
export type ContactsPart = Extract<Awaited<ReturnType<typeof readContactsPage>>, { type: 'file' }>['part']
