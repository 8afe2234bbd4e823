'use client'
import { useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import { Form } from './form'

/** A form that is empty again once it was saved, for the next thing of its kind. */
export const FormAnew = <T extends FieldValues, V>(
  props: Omit<Parameters<typeof Form<T, V>>[0], 'onSaved'>,
) => {
  const [saved, setSaved] = useState(0)
  return (
    <Form
      key={saved}
      {...props}
      onSaved={(_value, goOn) => {
        setSaved((count) => count + 1)
        goOn()
      }}
    />
  )
}
