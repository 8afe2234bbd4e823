import { describe, expect, it } from 'vitest'
import { external, field, fromRight, makeDocx, paragraph, table } from '../../tests/support/docx-by-hand'
import { HOSTILE_TEMPLATES } from '../../tests/support/hostile-templates'
import { readDocx } from '../../tests/support/read-docx'
import { checkTemplate } from './check-template'
import { makeLetter } from './make-letter'

const checked = async (bytes: Buffer) => {
  const said = await checkTemplate(bytes)
  if ('fault' in said) throw new Error(`${said.fault.code} ${said.fault.of}`)
  return said
}

describe('a template that is wrong or hostile', () => {
  it('is refused, at least forty of them', () => expect(HOSTILE_TEMPLATES.length).toBeGreaterThanOrEqual(40))

  it.each(HOSTILE_TEMPLATES)('is refused: $what', async ({ bytes, code }) => {
    const said = await checkTemplate(bytes())
    expect('fault' in said ? said.fault.code : 'taken').toBe(code)
  })
})

describe('a template that is taken', () => {
  it('is kept without what tells who wrote it, and without what lies in it unseen', async () => {
    const { bytes } = await checked(
      makeDocx({
        rootRelations:
          '<Relationship Id="c" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>',
        overrides:
          '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
        parts: {
          'docProps/core.xml': '<a>Fictar Kalimo</a>',
          'customXml/item1.xml': '<a>hidden</a>',
          'word/people.xml': '<a>Fictar</a>',
        },
      }),
    )
    const { parts } = await readDocx(bytes)
    expect([...parts.keys()].sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'word/_rels/document.xml.rels',
      'word/document.xml',
    ])
    expect([...parts.values()].join(' ')).not.toMatch(/Fictar|docProps|hidden/)
    // What was cleaned is taken again and stays as it is.
    expect((await checked(Buffer.from(bytes))).bytes).toEqual(bytes)
  })

  it('says its tags in their order, with the list of each, wherever runs were cut', async () => {
    const { uses } = await checked(
      makeDocx({
        header: paragraph('{organ', 'isation}'),
        body:
          paragraph('{', 'na', 'me}', ' and {fileCode}') +
          table([['{#deadlines}{deadline}', '{dueOn}{/deadlines}']]),
        footer: field(' PAGE  \\* MERGEFORMAT ') + field(' DATE \\@ "d MMMM yyyy" '),
      }),
    )
    expect(uses).toEqual([
      { tag: 'name', loop: null },
      { tag: 'fileCode', loop: null },
      { tag: 'deadline', loop: 'deadlines' },
      { tag: 'dueOn', loop: 'deadlines' },
      { tag: 'organisation', loop: null },
    ])
  })

  it('is filled in where each tag stands: heads, tables, lists, scripts, lines', async () => {
    const { bytes } = await checked(
      makeDocx({
        header: paragraph('{organ', 'isation}'),
        body: [
          paragraph('Cher {name}, né à {origin}'),
          fromRight('السيد {name} المحترم'),
          paragraph('ክቡር {name}'),
          table([
            ['Délai', 'Jour'],
            ['{#deadlines}{deadline}', '{dueOn}{/deadlines}'],
          ]),
          paragraph('{#people}{relativeName}, {/people}{message}'),
        ].join(''),
      }),
    )
    const made = await makeLetter(Buffer.from(bytes), {
      singles: {
        organisation: 'Fictar & zonen <vzw>',
        name: 'ሰላም Ünal "O’Neil"',
        origin: '{name}',
        message: 'een\ntwee\u0001',
        deadline: '',
        dueOn: '',
        relativeName: '',
      },
      loops: {
        deadlines: [
          { deadline: 'Recours', dueOn: '3 mai' },
          { deadline: 'Entretien', dueOn: '4 mai' },
        ],
        people: [{ relativeName: 'ኣለም' }, { relativeName: 'سلام' }],
      },
    })
    const { text, tables, parts, errors } = await readDocx(made)
    expect(errors).toEqual([])
    expect(text).toContain('Cher ሰላም Ünal "O’Neil", né à {name}')
    expect(text).toContain('السيد ሰላም Ünal "O’Neil" المحترم')
    expect(text).toContain('ኣለም, سلام, een\ntwee')
    expect(tables[0]?.rows).toEqual([
      ['Délai', 'Jour'],
      ['Recours', '3 mai'],
      ['Entretien', '4 mai'],
    ])
    expect(parts.get('word/header1.xml')).toContain('Fictar &amp; zonen &lt;vzw&gt;')
  })

  it('has a value for each tag, or no letter is made', async () => {
    const { bytes } = await checked(makeDocx({ body: paragraph('{name} {constructor}') }))
    await expect(makeLetter(Buffer.from(bytes), { singles: { name: 'x' }, loops: {} })).rejects.toThrow()
  })

  it('takes a value as text, whatever it looks like', async () => {
    const { bytes } = await checked(makeDocx())
    const raw = '<w:p/>]]>&amp;{#x}{/x}'
    const { text } = await readDocx(
      await makeLetter(Buffer.from(bytes), { singles: { name: raw }, loops: {} }),
    )
    expect(text).toContain(raw)
  })

  it('keeps a picture that is one and refuses a link beside it', async () => {
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])
    const relations =
      '<Relationship Id="p" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/a.png"/>'
    const parts = { 'word/media/a.png': png }
    expect('fault' in (await checkTemplate(makeDocx({ relations, parts })))).toBe(false)
    const said = await checkTemplate(makeDocx({ relations: relations + external('hyperlink', 'x'), parts }))
    expect('fault' in said ? said.fault.code : '').toBe('links')
  })
})
