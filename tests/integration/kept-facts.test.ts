import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { GET } from '@/app/api/countries/offline/route'
import { disconnect } from '@/lib/db/client'
import { LOCALES } from '@/lib/i18n/locales'
import { givenFullFile } from '../support/given/full-file'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { fetchFile } from '../support/handlers'

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(async () => {
  await organisation.close()
  await disconnect()
})

const texts = z.record(z.enum(LOCALES.codes), z.string())
const brought = z.object({
  version: z.string(),
  kept: z.string(),
  shell: z.object({ html: z.string(), policy: z.string() }),
})
const entries = z.object({
  entries: z.array(
    z.object({
      kind: z.enum(['fact', 'law', 'body']),
      path: z.string(),
      name: texts,
      line: texts,
      words: z.string(),
      cite: z.record(z.enum(LOCALES.codes), z.array(z.string())),
    }),
  ),
})
const ask = async (query = 'country=be&language=fr&have=') =>
  (await fetchFile(organisation.gus.token, GET, `/api/countries/offline?${query}`)).json()

describe('what a device keeps of a country', () => {
  it('is every fact, law and body, in four languages, with the same figure in line and citation', async () => {
    const { kept } = brought.parse(await ask())
    const all = entries.parse(JSON.parse(kept)).entries
    const count = (kind: string) => all.filter((one) => one.kind === kind).length
    expect([count('fact'), count('law'), count('body')]).toEqual([206, 31, 64])
    for (const { kind, line, cite } of all)
      for (const locale of LOCALES.codes) {
        expect(cite[locale]).toHaveLength({ fact: 3, law: 1, body: 0 }[kind])
        if (kind !== 'fact') continue
        // "Source not named" begins a line and stands within a citation.
        const said = line[locale]?.toLowerCase() ?? '-'
        const cited = cite[locale]?.map((text) => text.toLowerCase()) ?? []
        expect(cited[0]?.startsWith(said), said).toBe(true)
        for (const text of cited) expect(text).toContain(said.slice(0, said.indexOf(' (')))
      }
    for (const word of ['reconnaissance', 'erkenning', 'anerkennung', 'recognition'])
      expect(all.filter(({ words }) => words.includes(word)).length, word).toBeGreaterThan(0)
    expect(Buffer.byteLength(kept)).toBeLessThan(900_000)
  })

  it('holds no person, no colleague and no file', async () => {
    await givenFullFile(organisation)
    const names = await organisation.ask(
      `SELECT name AS word FROM staff UNION SELECT code FROM case_file UNION SELECT id::text FROM person UNION SELECT id::text FROM staff`,
    )
    const whole = JSON.stringify(await ask())
    expect(names.length).toBeGreaterThan(10)
    expect(names.filter(({ word }) => whole.includes(String(word)))).toEqual([])
  })

  it('is not sent again to anyone who has it, and anew when something changed', async () => {
    const { version } = brought.parse(await ask())
    expect(await ask(`country=be&language=fr&have=${version}`)).toEqual({})
    await organisation.ask(`UPDATE law SET position = position WHERE slug = (SELECT slug FROM law LIMIT 1)`)
    expect(brought.parse(await ask(`country=be&language=fr&have=${version}`)).version).not.toBe(version)
  })

  it('runs one script and one style under a policy that names them, and nothing else', async () => {
    const { html, policy } = brought.parse(await ask()).shell
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
    const script = /<script type="module">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? ''
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? ''
    expect(policy).toContain(`script-src ${hash(script)};`)
    expect(policy).toContain(`style-src ${hash(style)};`)
    expect(policy).toMatch(/^default-src 'none'/)
    expect(policy).not.toMatch(/unsafe|'self'|https?:|\*/)
    expect(script).not.toMatch(/innerHTML|insertAdjacentHTML|document\.write|eval|fetch\(/)
    expect(html.match(/<script/g)).toHaveLength(1)
  })

  it('is for anyone who may read the country, and not there for a country without a profile', async () => {
    const get = (token: string | null, query: string) =>
      fetchFile(token, GET, `/api/countries/offline?${query}`)
    expect((await get(null, 'country=be&language=fr&have=')).status).toBe(401)
    expect((await get(organisation.casey.token, 'country=nl&language=fr&have=')).status).toBe(404)
    expect((await get(organisation.casey.token, 'country=be&language=es&have=')).status).toBe(404)
  })
})
