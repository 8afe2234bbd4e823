'use client'
import { Button, type Look } from '@/components/ui/button'

export const PrintButton = ({ children, ...look }: Look & { children: string }) => (
  <Button {...look} onClick={() => window.print()}>
    {children}
  </Button>
)
