'use client'
import { useTranslations } from 'next-intl'
import { CheckboxGroup } from '@/components/forms/choices'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import { chooseVisited } from '@/lib/lists/list.actions'
import { SkipStep } from './skip-step'

export type VisitedPlace = {
  readonly id: string
  readonly name: string
  readonly what: string
  readonly isVisited: boolean
}

/** Where one goes: what is not ticked is not offered. */
export const VisitedForm = ({ places, next }: { places: readonly VisitedPlace[]; next: string }) => {
  const t = useTranslations('setup')
  return (
    <Form
      key={places.length}
      schema={() => import('@/lib/lists/list.schema').then((room) => room.visitedSchema)}
      defaultValues={{ placeIds: places.flatMap(({ id, isVisited }) => (isVisited ? [id] : [])) }}
      action={chooseVisited}
      onSaved={(_value, goOn) => goOn(next)}
    >
      <CheckboxGroup
        name="placeIds"
        label={t('visited')}
        isWide
        options={places.map(({ id, name, what }) => ({ value: id, label: name, hint: what }))}
      />
      <FormFooter beside={<SkipStep step="places" next={next} />}>{t('saveOn')}</FormFooter>
    </Form>
  )
}
