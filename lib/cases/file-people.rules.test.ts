import { describe, expect, it } from 'vitest'
import { byRole, FILE_ROLES, isKin, keepsMain } from './file-people.rules'

const one = (personId: string, role: string) => ({ personId, role })
const mother = one('a', 'principal')
const father = one('b', 'principal')
const son = one('c', 'child')
const aunt = one('d', 'other_relative')

describe('the people of a file', () => {
  it('stand with the main person first, then by kinship, then as they came', () => {
    const twin = one('b2', 'child')
    expect([aunt, son, twin, father, mother].sort(byRole)).toEqual([mother, father, twin, son, aunt])
  })

  it('have a ground for a kinship and for nothing else', () => {
    expect(FILE_ROLES.codes.filter(isKin)).toEqual([
      'partner',
      'child',
      'parent',
      'sibling',
      'other_relative',
    ])
  })

  it.each([
    {
      intention: 'the only main person does not leave',
      people: [mother, son],
      who: 'a',
      next: null,
      keeps: false,
    },
    { intention: 'nor becomes a relative', people: [mother, son], who: 'a', next: 'parent', keeps: false },
    { intention: 'one of a couple may leave', people: [mother, father], who: 'a', next: null, keeps: true },
    { intention: 'a child may leave', people: [mother, son], who: 'c', next: null, keeps: true },
    {
      intention: 'a child may become the main person',
      people: [mother, son],
      who: 'c',
      next: 'principal',
      keeps: true,
    },
    { intention: 'a file without one goes on', people: [son, aunt], who: 'c', next: 'sibling', keeps: true },
    { intention: 'the last one does not leave', people: [son], who: 'c', next: null, keeps: false },
  ] as const)('$intention', ({ people, who, next, keeps }) => {
    expect(keepsMain(people, who, next)).toBe(keeps)
  })
})
