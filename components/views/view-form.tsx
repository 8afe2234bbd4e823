'use client'
import { useTranslations } from 'next-intl'
import { useController } from 'react-hook-form'
import { Select } from '@/components/forms/choices'
import { useField } from '@/components/forms/field'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { TextField } from '@/components/forms/text-field'
import { editView, saveView } from '@/lib/views/view.actions'
import { toViewHref } from '@/lib/views/view.view'

type Team = { readonly id: string; readonly name: string }

/** Keeps the list as it stands, under a name. */
export const ViewForm = ({ query, teams }: { query: string; teams: readonly Team[] }) => {
  const t = useTranslations('views')
  return (
    <Form
      // Another list is another view: what was typed for the one before does not name this one.
      key={query}
      schema={() => import('@/lib/views/view.schema').then((room) => room.viewSchema)}
      defaultValues={{ name: '', query, teamId: '', isPinned: true }}
      action={saveView}
      onSaved={({ viewId }, goOn) => goOn(toViewHref({ id: viewId, query }))}
    >
      <TextField name="name" label={t('name')} hint={t('nameHint')} width="name" maxLength={60} />
      {teams.length === 0 ? null : (
        <Select
          name="teamId"
          label={t('whose')}
          empty={t('mine')}
          options={teams.map(({ id, name }) => ({ value: id, label: t('ofTeam', { team: name }) }))}
        />
      )}
      <Pin />
      <FormFooter>{t('save')}</FormFooter>
    </Form>
  )
}

type Editable = {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly query: string
  readonly isPinned: boolean
}

/** Another name, or a tab or not; what the view shows is changed in the list itself. */
export const ViewEditForm = ({ view }: { view: Editable }) => {
  const t = useTranslations('views')
  const { id: viewId, version, name, query, isPinned } = view
  return (
    <Form
      schema={() => import('@/lib/views/view.schema').then((room) => room.viewEditSchema)}
      defaultValues={{ viewId, version, name, query, isPinned }}
      action={editView}
    >
      <TextField name="name" label={t('name')} hint={t('nameHint')} width="name" maxLength={60} />
      <Pin />
      <FormFooter>{t('saveChange')}</FormFooter>
    </Form>
  )
}

const Pin = () => {
  const t = useTranslations('views')
  const { field } = useController({ name: 'isPinned' })
  const { id } = useField({ name: 'isPinned', label: t('pinned') })
  return (
    <label className="flex min-h-11 items-center gap-3">
      <input
        autoComplete="off"
        type="checkbox"
        id={id}
        className="size-5 accent-accent"
        checked={field.value === true}
        onBlur={field.onBlur}
        onChange={({ target }) => field.onChange(target.checked)}
      />
      {t('pinned')}
    </label>
  )
}
