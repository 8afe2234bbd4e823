import { describe, expect, it } from 'vitest'
import { listBrowserFiles } from './client-messages'
import { listFiles, read } from './walk'

const files = listBrowserFiles('ever')
const first = listBrowserFiles('withPage')
const saying = (pattern: RegExp) => files.filter((file) => pattern.test(read(file)))

describe('the script of a browser', () => {
  it('is found by following what client components import', () => {
    expect(files).toEqual(
      expect.arrayContaining([
        'components/forms/form.tsx',
        'lib/detention/visit.schema.ts',
        'lib/drafts/outbox.ts',
      ]),
    )
    expect(files).not.toContain('lib/detention/visit.actions.ts')
  })

  it('checks with the small build of zod and never with the large one', () => {
    expect(saying(/^import (?!type )[^;]*? from 'zod'$/m)).toEqual([])
  })

  it('brings schemas, and zod with them, after the page and never with it', () => {
    expect(files).toContain('lib/detention/visit.schema.ts')
    expect(first.filter((file) => /^import (?!type ).* from 'zod/m.test(read(file)))).toEqual([])
  })

  it('keeps what is typed without bringing anything: the network may be gone by then', () => {
    const keeping = files.filter((file) => /^lib\/drafts\/|^components\/layout\/outbox-sender/.test(file))
    expect(keeping).toEqual(
      expect.arrayContaining(['lib/drafts/keeper.ts', 'components/layout/outbox-sender.tsx']),
    )
    expect(first).toEqual(expect.arrayContaining(keeping))
  })

  it('names nothing that the bundler would fill in with a whole library', () => {
    expect(saying(/\bBuffer\b(?! would)|from '(node:|crypto|stream|util|path)/)).toEqual([])
  })

  it('goes elsewhere by the link of the application: that of Next also fetches ahead', () => {
    const sources = ['app', 'components'].flatMap((folder) =>
      listFiles(folder, (file) => /\.tsx?$/.test(file)),
    )
    expect(sources.filter((file) => /from 'next\/link'/.test(read(file)))).toEqual([])
  })

  it('draws signs by the paths it names, and not by the table of all of them', () => {
    expect(files).toContain('components/ui/drawing.tsx')
    expect(files).not.toContain('components/ui/icon.tsx')
  })

  it('stands without a link or a form where every route carries it', () => {
    const everywhere = ['components/layout/broken-page.tsx', 'components/layout/not-found-page.tsx']
    for (const file of everywhere) expect(read(file)).not.toMatch(/link-button|ui\/link|react-hook-form/)
  })
})
