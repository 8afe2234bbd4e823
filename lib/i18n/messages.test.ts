import { describe, expect, it } from 'vitest'
import { catalogue } from './catalogue'
import { pickMessages, pickShellMessages } from './messages'

const en = await catalogue.en()

describe('the messages that travel', () => {
  it('are whole rooms, or the groups of a room that are named', () => {
    const { when, planning } = en
    expect(JSON.parse(pickMessages(en, ['when', 'planning.form', 'planning.reason']))).toEqual({
      when,
      planning: { form: planning.form, reason: planning.reason },
    })
  })

  it('are nothing where nothing is said, and never a guess', () => {
    expect(pickMessages(en, [])).toBe('{}')
    expect(() => pickMessages(en, ['planning.nothing'])).toThrow('planning.nothing')
    expect(() => pickMessages(en, ['planning.closed'])).toThrow('planning.closed')
  })

  it('bring with every page what is said where no network brings more, and not a fifth of the errors', () => {
    const shell: typeof en = JSON.parse(pickShellMessages(en))
    expect(shell.forms).toEqual(en.forms)
    expect(shell.errors).toMatchObject({ failed: en.errors.failed, unknown: en.errors.unknown })
    expect(Object.keys(shell.errors).length).toBeLessThan(Object.keys(en.errors).length / 5)
  })
})
