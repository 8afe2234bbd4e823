import { describe, expect, it } from 'vitest'
import { listFilesOf } from './client-messages'
import { listFiles, read } from './walk'

// The form of a visit is to be drawn without this server too: by what sends and what leads elsewhere, another page may stand in.

const ROUTES = ['components/ui/link.tsx', 'components/ui/use-go-to.ts']
const pages = listFiles('components/detention').filter((file) => /\/visit-[^/]*$/.test(file))
const form = listFilesOf('components/detention/visit-form.tsx').filter((file) =>
  file.startsWith('components/detention/'),
)
const imports = (file: string): string[] =>
  [...read(file).matchAll(/^(?:import|export)\s+(?!type\b)[^;]*?from '([^']+)'$|import\('([^']+)'\)/gm)].map(
    ([, first, later]) => first ?? later ?? '',
  )

describe('the components of a visit', () => {
  it('are found, with all that the form is made of', () => {
    expect(pages.length).toBeGreaterThan(5)
    expect(form).toEqual(
      expect.arrayContaining([
        'components/detention/visit-writing.tsx',
        'components/detention/visit-header-fields.tsx',
        'components/detention/person-card.tsx',
      ]),
    )
  })

  it('import no handler: the page gives them what sends', () => {
    const called = [...pages, ...form].filter((file) => imports(file).some((one) => /\.actions$/.test(one)))
    expect(called).toEqual([])
  })

  it('lead elsewhere through one wrapper alone', () => {
    const astray = [...new Set([...pages, ...form])].filter((file) =>
      imports(file).some((one) => one.startsWith('next/')),
    )
    expect(astray).toEqual([])
    for (const file of ROUTES) expect(imports(file).some((one) => one.startsWith('next/'))).toBe(true)
    expect(imports('components/detention/visit-online.tsx')).toContain('@/components/ui/use-go-to')
  })
})
