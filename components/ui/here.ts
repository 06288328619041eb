/** The address of this page within the product, for coming back to it. */
export const here = () => `${window.location.pathname}${window.location.search}`
