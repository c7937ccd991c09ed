// What does a finger on the picture mean? A touch that stays is a tap; one that goes sideways is a
// slide. One that goes up or down is left to the browser, which scrolls the page.

const SLIDE_FROM = 10

export interface Touched {
  tap(x: number, y: number): void
  /** A slide began here; false: nothing here can be slid. */
  slideFrom(x: number, y: number): boolean
  /** So many pixels towards the end of the line, since the slide began. */
  slide(along: number): void
  slideEnd(): void
}

/** Tell `touched` what fingers, pens and mice do on this element. */
export function watchTouch(element: Element, touched: Touched): void {
  let start: PointerEvent | null = null
  let sliding = false

  element.addEventListener('pointerdown', (event) => {
    const pointer = event as PointerEvent
    if (!pointer.isPrimary || pointer.button !== 0) return
    start = pointer
    sliding = false
  })
  element.addEventListener('pointermove', (event) => {
    const pointer = event as PointerEvent
    if (!start || pointer.pointerId !== start.pointerId) return
    const across = pointer.clientX - start.clientX
    if (!sliding && Math.abs(across) >= SLIDE_FROM) {
      if (!touched.slideFrom(start.clientX, start.clientY)) {
        start = null
        return
      }
      sliding = true
      element.setPointerCapture(pointer.pointerId)
    }
    if (sliding) touched.slide(getComputedStyle(element).direction === 'rtl' ? -across : across)
  })
  const over = (event: Event): void => {
    if (start && !sliding && event.type === 'pointerup') touched.tap(start.clientX, start.clientY)
    if (sliding) touched.slideEnd()
    start = null
    sliding = false
  }
  for (const name of ['pointerup', 'pointercancel']) element.addEventListener(name, over)
}
