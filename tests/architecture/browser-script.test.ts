import { describe, expect, it } from 'vitest'
import { listBrowserFiles } from './client-words'
import { read } from './walk'

const files = listBrowserFiles()
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

  it('names nothing that the bundler would fill in with a whole library', () => {
    expect(saying(/\bBuffer\b(?! would)|from '(node:|crypto|stream|util|path)/)).toEqual([])
  })

  it('stands without a link or a form where every route carries it', () => {
    const everywhere = ['components/layout/broken-page.tsx', 'components/layout/not-found-page.tsx']
    for (const file of everywhere) expect(read(file)).not.toMatch(/link-button|next\/link|react-hook-form/)
  })
})
