'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useWatch } from 'react-hook-form'
import { FormFooter } from '@/components/forms/form-footer'
import { minutesFor } from '@/lib/planning/hours.rules'
import type { PlanFormProps } from '@/lib/planning/plan.view'
import type { PlanValues } from './plan-values'

/** The end of the form, always in sight on a phone: how many people, how long they take, and the button. */
export const PlanFoot = ({ props, children }: { props: PlanFormProps; children: ReactNode }) => {
  const t = useTranslations('planning.form')
  const { people = [], visitors = [] } = useWatch<PlanValues>()
  const minutes = minutesFor(people.length, visitors.length, props.pace)
  return (
    <div className="z-10 max-lg:sticky max-lg:bottom-[calc(3.5rem+env(safe-area-inset-bottom))] max-lg:-mx-4 max-lg:bg-paper max-lg:px-4 max-lg:pb-2">
      <FormFooter
        beside={
          <p role="status" className="text-sm">
            <b className="font-semibold">{t('ticked', { count: people.length })}</b>
            {people.length === 0 ? null : (
              <span className="block text-muted">
                {t('takes', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })}
              </span>
            )}
          </p>
        }
      >
        {children}
      </FormFooter>
    </div>
  )
}
