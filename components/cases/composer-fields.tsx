'use client'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import type * as z from 'zod/mini'
import { CheckboxChips, ChipGroup } from '@/components/forms/choices'
import { DateField } from '@/components/forms/date-field'
import { FormFooter } from '@/components/forms/form-footer'
import { insertParagraph } from '@/components/forms/insert-text'
import { toOptions } from '@/components/forms/options'
import { SlashArea } from '@/components/forms/slash-area'
import { Button } from '@/components/ui/button'
import { useLater } from '@/components/ui/use-later'
import { NOTE_KINDS } from '@/lib/cases/case.rules'
import type { noteSchema } from '@/lib/cases/file.schema'
import { MARKS } from '@/lib/circles/member.rules'
import type { Day } from '@/lib/shared/dates'
import { useComposerCommands } from './composer-commands'
import { FOLDS, openFold } from './folds'

type Fields = z.input<typeof noteSchema>
type Kind = Fields['kind']

type Props = {
  readonly today: Day
  readonly canEdit: boolean
  readonly canPrivilege: boolean
  readonly isBegun: boolean
}

/** What one writes into, with headings and commands for anyone who wants them. Nothing they do takes a word away. */
export const ComposerFields = ({ today, canEdit, canPrivilege, isBegun }: Props) => {
  const t = useTranslations('cases.write')
  const noteKind = useTranslations('cases.noteKind')
  const template = useTranslations('cases.template')
  const { control, setValue } = useFormContext<Fields>()
  const kind = useWatch({ control, name: 'kind' })
  const text = useWatch({ control, name: 'text' })
  const area = useRef<HTMLTextAreaElement>(null)
  const [inserted, setInserted] = useState<{ before: string; after: string } | null>(null)
  const [said, setSaid] = useState('')
  const [isPicking, setPicking] = useState(false)
  const warning = useLater(() => import('./note-warning'), text !== '')
  const picker = useLater(() => import('./fact-picker'), isPicking)

  const choose = (one: Kind): void => {
    setValue('kind', one, { shouldDirty: true })
    setSaid(t('kindIs', { kind: noteKind(one) }))
  }
  const insert = (one: Kind): void => {
    if (area.current === null) return
    const before = area.current.value
    insertParagraph(area.current, template(one))
    setInserted({ before, after: area.current.value })
    setSaid(t('inserted'))
  }
  const undo = (): void => {
    if (inserted === null) return
    setValue('text', inserted.before, { shouldDirty: true })
    setInserted(null)
    setSaid(t('undone'))
    area.current?.focus()
  }
  // A text that was kept is never folded away.
  const isOpen = isBegun || text !== ''
  const commands = useComposerCommands(kind, canEdit, {
    task: () => openFold(FOLDS.task),
    next: () => openFold(FOLDS.next),
    fact: () => setPicking(true),
    choose,
    template: (one) => {
      choose(one)
      insert(one)
    },
  })
  return (
    <>
      <SlashArea
        name="text"
        label={t('title')}
        {...(isOpen ? { hint: t('hint') } : {})}
        isLow={!isOpen}
        area={area}
        commands={commands}
        onCommand={(id) => commands.find((command) => command.id === id)?.run()}
      />
      {warning === null ? null : <warning.NoteWarning />}
      {picker === null || !isPicking ? null : (
        <picker.FactPicker area={area} onClose={() => setPicking(false)} />
      )}
      <div className={isOpen ? 'flex flex-wrap items-center gap-x-3 gap-y-1' : 'hidden'}>
        <Button kind="quiet" size="small" onClick={() => insert(kind)}>
          {t('headings', { kind: noteKind(kind) })}
        </Button>
        {/* As long as nothing was written after it: undoing never takes a word away. */}
        {inserted !== null && inserted.after === text ? (
          <Button kind="plain" size="small" onClick={undo}>
            {t('undo')}
          </Button>
        ) : null}
        <span role="status" className="text-sm text-muted">
          {said}
        </span>
      </div>
      <div className={isOpen ? 'grid gap-5' : 'hidden'}>
        <ChipGroup
          name="kind"
          label={t('kind')}
          options={toOptions(NOTE_KINDS.codes, (one) => noteKind(one))}
        />
        {canPrivilege ? (
          <CheckboxChips
            name="marks"
            label={t('marks')}
            hint={t('privilegedHint')}
            options={toOptions(MARKS.codes, (one) => t(one))}
          />
        ) : null}
        <DateField name="happenedOn" label={t('day')} today={today} />
        <FormFooter>{t('save')}</FormFooter>
      </div>
    </>
  )
}
