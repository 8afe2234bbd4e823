'use client'
import { useLocale, useTranslations } from 'next-intl'
import { ChipGroup, Select } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { namedOptions, toOptions } from '@/components/forms/options'
import { TextArea, TextField } from '@/components/forms/text-field'
import { LOCALE_NAMES, LOCALES } from '@/lib/i18n/locales'
import { addPlace, mergeValue, savePlace, saveShown, saveValue } from '@/lib/lists/list.actions'
import type { Labels } from '@/lib/lists/list.rules'
import { OWN_PLACE_KINDS, type VisitFacts } from '@/lib/lists/place.rules'

const schema = () => import('@/lib/lists/list.schema')
type Around = { readonly knew: string; readonly reason: string }

/** A label in each language, the one of the reader first: one is enough. */
const LabelFields = () => {
  const own = useLocale()
  const locales = [...LOCALES.codes].sort((a, b) => Number(b === own) - Number(a === own))
  return (
    <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
      {locales.map((locale) => (
        <TextField
          key={locale}
          name={`labels.${locale}`}
          label={LOCALE_NAMES[locale]}
          lang={locale}
          width="name"
        />
      ))}
    </div>
  )
}

const HiddenField = () => {
  const t = useTranslations('settings.lists')
  return (
    <ChipGroup
      name="hidden"
      label={t('offered')}
      options={toOptions(['no', 'yes'] as const, (one) => t(`hide.${one}`))}
    />
  )
}

/** Words, place and hiding of a standard value. */
export const ShownForm = ({
  fields,
  isPinned,
}: {
  fields: Around & {
    readonly list: string
    readonly code: string
    readonly labels: Labels
    readonly position: string
    readonly hidden: 'yes' | 'no'
  }
  isPinned: boolean
}) => {
  const t = useTranslations('settings.lists')
  return (
    <Form
      schema={() => schema().then((room) => room.shownSchema)}
      defaultValues={fields}
      action={saveShown}
      draftKey={`list:${fields.list}:${fields.code}`}
    >
      <p className="text-sm text-muted">{t('labelsHint')}</p>
      <LabelFields />
      <TextField
        name="position"
        label={t('position')}
        hint={t('positionHint')}
        width="number"
        inputMode="numeric"
      />
      {isPinned ? <p className="text-sm text-muted">{t('pinned')}</p> : <HiddenField />}
      <TextField name="reason" label={t('reason')} />
      <FormFooter>{t('save')}</FormFooter>
    </Form>
  )
}

/** A finer value, new or with other words. */
export const FinerForm = ({
  fields,
}: {
  fields: Around & {
    readonly valueId: string
    readonly list: string
    readonly standard: string
    readonly labels: Labels
  }
}) => {
  const t = useTranslations('settings.lists')
  return (
    <Form
      schema={() => schema().then((room) => room.valueSchema)}
      defaultValues={fields}
      action={saveValue}
      draftKey={`list:value:${fields.list}:${fields.standard}:${fields.valueId}`}
    >
      <LabelFields />
      <FormFooter>{t(fields.valueId === '' ? 'addNow' : 'save')}</FormFooter>
    </Form>
  )
}

/** One finer value into another one. */
export const MergeForm = ({
  fields,
  others,
}: {
  fields: Around & { readonly valueId: string; readonly into: string }
  others: readonly { readonly id: string; readonly name: string }[]
}) => {
  const t = useTranslations('settings.lists')
  return (
    <Form schema={() => schema().then((room) => room.mergeSchema)} defaultValues={fields} action={mergeValue}>
      <Select name="into" label={t('into')} empty={t('choose')} options={namedOptions(others)} />
      <FormFooter>{t('merge')}</FormFooter>
    </Form>
  )
}

/** How a place is called and found. */
export const PlaceForm = ({
  fields,
}: {
  fields: Around & {
    readonly placeId: string
    readonly labels: Labels
    readonly aliases: string
    readonly hidden: 'yes' | 'no'
    readonly visit: VisitFacts
  }
}) => {
  const t = useTranslations('settings')
  return (
    <Form
      schema={() => schema().then((room) => room.placeSchema)}
      defaultValues={fields}
      action={savePlace}
      draftKey={`place:${fields.placeId}`}
    >
      <LabelFields />
      <TextArea name="aliases" label={t('places.aliases')} hint={t('places.aliasesHint')} rows={2} />
      <TextField name="visit.hours" label={t('places.visitHours')} hint={t('places.visitHint')} dir="auto" />
      <TextField name="visit.phone" label={t('places.visitPhone')} width="name" />
      <TextArea name="visit.bring" label={t('places.visitBring')} rows={2} dir="auto" />
      <HiddenField />
      <FormFooter>{t('save')}</FormFooter>
    </Form>
  )
}

/** A place that the profile does not have. */
export const OwnPlaceForm = ({ isAside = false }: { isAside?: boolean }) => {
  const t = useTranslations('settings')
  return (
    <Form
      schema={() => schema().then((room) => room.ownPlaceSchema)}
      defaultValues={{
        knew: '',
        reason: '',
        kind: 'shelter',
        labels: { en: '', fr: '', nl: '', de: '' },
        city: '',
        aliases: '',
      }}
      action={addPlace}
      draftKey="place:new"
    >
      <Select
        name="kind"
        label={t('places.kindOf')}
        options={toOptions(OWN_PLACE_KINDS.codes, (one) => t(`places.kind.${one}`))}
      />
      <LabelFields />
      <TextField name="city" label={t('places.city')} width="name" />
      <TextArea name="aliases" label={t('places.aliases')} hint={t('places.aliasesHint')} rows={2} />
      <FormFooter kind={isAside ? 'quiet' : 'primary'}>{t('places.add')}</FormFooter>
    </Form>
  )
}
