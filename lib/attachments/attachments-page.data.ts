import 'server-only'
import { type Address, readFile } from '@/lib/cases/file-page.data'
import type { Work } from '@/lib/db/work'
import { listAttachments } from './attachment.data'

/** The file at an address with its papers. */
export const readPapersPage = (work: Work, address: Address) =>
  readFile(work, address, async ({ id }) => ({ papers: await listAttachments(work, id) }))
