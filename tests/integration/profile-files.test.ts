import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GET } from '@/app/api/countries/chart/route'
import { LOCALES } from '@/lib/i18n/locales'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { fetchFile } from '../support/handlers'

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(async () => {
  await organisation.close()
})

const ask = (query: string) => fetchFile(organisation.casey.token, GET, `/api/countries/chart?${query}`)

describe('a chart as a file', () => {
  it.each(LOCALES.codes)(
    'stands alone as SVG in %s: finding, figures, dispute and source',
    async (locale) => {
      const answer = await ask(`country=be&chart=asylum-applications&as=svg&language=${locale}`)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-disposition')).toContain(`be-asylum-applications-${locale}.svg`)
      const svg = await answer.text()
      const figures = { en: '27,742', fr: '27', nl: '27.742', de: '27.742' }
      expect(svg).toContain(figures[locale])
      expect(svg).toContain('2019')
      expect(svg).toMatch(/23.343/)
      expect(svg).not.toMatch(/<script|href=|url\((?!#hatch)/)
    },
  )

  it('is a picture of the same shape as PNG, with letters drawn from the fonts of the application', async () => {
    const png = new Uint8Array(
      await (await ask('country=be&chart=granted-share&as=png&language=fr')).arrayBuffer(),
    )
    const { width, height, format } = await sharp(png).metadata()
    expect([width, format]).toEqual([1080, 'png'])
    expect(height).toBeGreaterThan(400)
    // The title stands in the first lines: dark dots there say that its letters were drawn.
    const { data } = await sharp(png)
      .extract({ left: 54, top: 54, width: 700, height: 48 })
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true })
    const dark = data.filter((dot) => dot < 90).length
    expect(dark).toBeGreaterThan(800)
  })

  it('is data that a spreadsheet reads and cannot run', async () => {
    const csv = await (await ask('country=be&chart=asylum-applications&as=csv&language=nl')).text()
    const lines = csv.trim().split('\r\n')
    expect(lines[0]).toContain('"slug"')
    expect(lines.find((each) => each.startsWith('"asylum-applications-2018-b"'))).toContain(',23443,')
    expect(lines.find((each) => each.startsWith('"asylum-applications-2018-b"'))).toContain('23.343')
    for (const each of lines) expect(each).not.toMatch(/(^|,)"[=+\-@]/)
  })

  it('is not found for a chart, a country, a form or a language that is not there', async () => {
    for (const query of [
      'country=be&chart=no-such&as=svg&language=en',
      'country=nl&chart=asylum-applications&as=svg&language=en',
      'country=be&chart=asylum-applications&as=pdf&language=en',
      'country=be&chart=asylum-applications&as=svg&language=es',
      "country=be&chart=asylum-applications'&as=svg&language=en",
    ])
      expect((await ask(query)).status, query).toBe(404)
  })
})
