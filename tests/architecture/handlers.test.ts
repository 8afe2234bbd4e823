import { describe, expect, it } from 'vitest'
import { FILE_PAGES } from '@/lib/cases/file-part.view'
import { HANDLERS, NO_HANDLER, OPEN, FILE_PAGES as TRUE_PAGES } from '../access/truth'
import { type Handler, listFiles, listHandlers, read } from './walk'

const askedBy = ({ metadata }: Handler) =>
  metadata === null ? null : 'permission' in metadata ? metadata.permission : OPEN

describe('every handler', () => {
  it('is made by a handler maker and stands in the access matrix with what it asks for', async () => {
    const handlers = await listHandlers()
    expect(handlers.length).toBeGreaterThan(30)
    const found = Object.fromEntries(
      handlers.filter(({ name }) => !(name in NO_HANDLER)).map((handler) => [handler.name, askedBy(handler)]),
    )
    expect(found).toEqual(HANDLERS)
  })

  it('of a page of a file is in the table of pages, and the other way round', () => {
    const pages = Object.keys(FILE_PAGES).map((page) => (page === 'timeline' ? '' : `/${page}`))
    expect(pages.sort()).toEqual([...TRUE_PAGES].sort())
  })

  it('that is open says why in a sentence', async () => {
    for (const { name, metadata } of await listHandlers())
      if (metadata !== null && 'reason' in metadata)
        expect({ name, length: metadata.reason.length > 10 }).toEqual({ name, length: true })
  })

  it('that is an action bears the name it is exported under, which is its own', async () => {
    const names = (await listHandlers()).flatMap(({ name, metadata }) =>
      metadata?.kind === 'action' ? [{ exported: name.split(' ').at(-1), borne: metadata.name }] : [],
    )
    for (const { exported, borne } of names) expect(borne).toBe(exported)
    expect(new Set(names.map(({ borne }) => borne)).size).toBe(names.length)
  })

  it('is hung by the foundation alone', () => {
    const hangers = ['lib', 'app', 'components'].flatMap((folder) =>
      listFiles(
        folder,
        (file) => /\.tsx?$/.test(file) && /from '(@\/lib\/server|\.)\/handler-metadata'/.test(read(file)),
      ),
    )
    expect(hangers).toEqual([
      'lib/server/define-action.ts',
      'lib/server/define-delivery.ts',
      'lib/server/define-download.ts',
      'lib/server/define-exchange.ts',
      'lib/server/define-feed.ts',
      'lib/server/define-outside.ts',
      'lib/server/define-upload.ts',
      'lib/server/enter.tsx',
    ])
  })

  it('stands in a page, not in a layout: layouts guard nothing and load no row', () => {
    for (const file of listFiles('app', (one) => /\/layout\.tsx$/.test(one)))
      expect(read(file), file).not.toMatch(/withWork|\.data'/)
  })
})
