'use client'
import { useTranslations } from 'next-intl'
import { type PointerEvent, useRef } from 'react'
import { useController } from 'react-hook-form'
import { FieldGroup, type FieldProps, useField } from '@/components/forms/field'
import { Button } from '@/components/ui/button'
import { HEIGHT, WIDTH, withPoint } from '@/lib/consents/signature.rules'
import { SignatureLines } from './signature-drawing'

/** A box to sign in with a finger, a pen or a mouse. Anyone who uses none of them answers before a witness, which the hint says. */
export const SignatureField = ({ name, label, hint }: FieldProps) => {
  const t = useTranslations('consents.pad')
  const { field } = useController({ name })
  const facts = useField({ name, label, ...(hint ? { hint } : {}) })
  const drawing = typeof field.value === 'string' ? field.value : ''
  // Between two moves nothing may have been drawn again yet.
  const latest = useRef(drawing)
  const isDown = useRef(false)
  const draw = (event: PointerEvent<HTMLElement>, isNew: boolean): void => {
    const box = event.currentTarget.getBoundingClientRect()
    const next = withPoint(
      isNew ? drawing : latest.current,
      [((event.clientX - box.left) * WIDTH) / box.width, ((event.clientY - box.top) * HEIGHT) / box.height],
      isNew,
    )
    latest.current = next
    if (next !== drawing) field.onChange(next)
  }
  const lift = (): void => {
    isDown.current = false
    field.onBlur()
  }
  return (
    <FieldGroup label={label} facts={facts} {...(hint ? { hint } : {})}>
      <div
        role="img"
        aria-label={t(drawing === '' ? 'empty' : 'drawn')}
        className="aspect-3/1 w-full max-w-xl touch-none rounded border-2 border-edge bg-surface text-ink"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          isDown.current = true
          draw(event, true)
        }}
        onPointerMove={(event) => {
          if (isDown.current) draw(event, false)
        }}
        onPointerUp={lift}
        onPointerCancel={lift}
      >
        <SignatureLines drawing={drawing} />
      </div>
      <p>
        <Button
          id={facts.id}
          kind="quiet"
          {...(facts.describedBy ? { 'aria-describedby': facts.describedBy } : {})}
          onClick={() => {
            latest.current = ''
            field.onChange('')
          }}
        >
          {t('clear')}
        </Button>
      </p>
    </FieldGroup>
  )
}
