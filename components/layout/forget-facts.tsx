'use client'
import { useEffect } from 'react'

/** Where one comes after signing out: what was kept of a country to be read without a network goes. */
export const ForgetFacts = () => {
  useEffect(() => {
    void import('./keep-facts').then(({ forgetFacts }) => forgetFacts()).catch(() => undefined)
  }, [])
  return null
}
