import { describe, expect, it } from 'vitest'
import { bareName, namesApart } from './cell.schema'
import type { Line } from './table.rules'
import { toTable } from './table-rows.rules'

const rowsOf = (...rows: readonly (readonly string[])[]): Line[] =>
  rows.map((cells, index) => ({ line: index + 1, cells }))
const read = (...rows: readonly (readonly string[])[]) => {
  const { headers, lines } = toTable(rowsOf(...rows))
  return { headers, rows: lines.map(({ cells }) => cells) }
}

describe('rows as they were meant', () => {
  const UPPER = ['Nom et prénom', 'Date de', 'Nationa-', 'Remarques']
  const LOWER = ['', 'naissance', 'lité', '']
  it('have headings in two rows, again on the next page, and one row that the page cut in two', () => {
    expect(
      read(
        UPPER,
        LOWER,
        ['Fictar Élodie', '1998', 'Guinée', 'seen'],
        UPPER,
        LOWER,
        ['(suite)', '', '', 'in May'],
        ['Inventis', '2001', 'Mali', ''],
      ),
    ).toEqual({
      headers: ['Nom et prénom', 'Date de naissance', 'Nationalité', 'Remarques'],
      rows: [
        ['Fictar Élodie', '1998', 'Guinée', 'seen in May'],
        ['Inventis', '2001', 'Mali', ''],
      ],
    })
  })

  it('say what stands above them where they say ditto', () => {
    const { rows } = read(['Nom', 'Pays'], ['Fictar', 'Mali'], ['Inventis', 'idem'], ['Exempla', '”'])
    expect(rows.map(([, country]) => country)).toEqual(['Mali', 'Mali', 'Mali'])
    expect(read(['Nom', 'Pays'], ['Fictar', 'idem']).rows).toEqual([['Fictar', 'idem']])
  })

  it('take no person for a second row of headings, and no remark for a row cut in two', () => {
    const people = [
      ['Fictar', 'F', 'Mali'],
      ['Inventis', 'M', 'suite'],
    ]
    expect(read(['Nom', 'Sexe', 'Remarques'], ...people).rows).toEqual(people)
  })

  it('hold the answers of a form: several, other ones, and how exact a day is', () => {
    const headers = [
      'nom',
      'langues',
      'langues/arabe',
      'langues/peul',
      'langues_other',
      'birth_date',
      'birth_precision',
    ]
    const { rows } = read(
      headers,
      ['Fictar', 'arabe other', '1', '0', 'mooré', '1990-01-01', 'année / year only'],
      ['Inventis', '', '1', '1', '', '1990-05-01', 'mois et année / month'],
      ['Exempla', 'peul', '0', '1', '', '1990-01-01', 'exact'],
    )
    expect(rows.map((cells) => [cells[1], cells[5]])).toEqual([
      ['arabe, mooré', '1990'],
      ['arabe, peul', '1990-05'],
      ['peul', '1990-01-01'],
    ])
  })
})

describe('the cell of a name', () => {
  it.each([
    ['FICTAR alias INVENTIS', 'FICTAR', 'INVENTIS'],
    ['FICTAR Élodie (épouse Exempla)', 'FICTAR Élodie', 'Exempla'],
    ['FICTAR (ou FIKTAR) Élodie', 'FICTAR Élodie', 'FIKTAR'],
    ['Mme FICTAR née EXEMPLA Élodie', 'FICTAR Élodie', 'EXEMPLA'],
    ['Élodie (كاروان)', 'Élodie', 'كاروان'],
    ['Élodie (minor)', 'Élodie (minor)', null],
    ['Ditte Aliasson', 'Ditte Aliasson', null],
  ])('%s holds a further name or none', (cell, name, other) => {
    expect(namesApart(cell)).toEqual({ name, other })
  })

  it.each([
    ['FICTAR + vrouw en 2 kinderen', 'FICTAR'],
    ['FICTAR Élodie et sa mère', 'FICTAR Élodie'],
    ['FICTAR (fille)', 'FICTAR'],
    ['FICTAR Zetfils', 'FICTAR Zetfils'],
    ['Henriet Manon', 'Henriet Manon'],
  ])('%s is the name of one person', (cell, name) => {
    expect(bareName(cell)).toBe(name)
  })
})
