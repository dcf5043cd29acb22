// Dialogs of the app: a second frame of the same module over the whole shell.

const WIDTHS = { small: 400, medium: 600, large: 800, xlarge: 968, max: 1600, fullscreen: 1600 };

/**
 * Opens a dialog for the module in `place` and answers when it is open.
 *
 * @param {HTMLElement} place
 * @param {object} options what `Modal.open` of the bridge sends
 * @param {Function} mount puts the frame into its place
 */
export function openDialog(place, options, mount) {
  const { onClose, size = 'medium', context, resource, title } = options;
  const { closeOnEscape = true, closeOnOverlayClick = true } = options;
  const dialog = document.createElement('dialog');
  dialog.className = 'app-dialog';
  dialog.setAttribute('aria-label', title ?? place.dataset.title);
  const width = typeof size === 'object' ? size.width : WIDTHS[size];
  dialog.style.width = typeof width === 'number' ? `${width}px` : (width ?? '600px');

  const holder = document.createElement('div');
  holder.className = 'module';
  Object.assign(holder.dataset, place.dataset, { size: 'auto' });
  dialog.append(holder);
  document.body.append(dialog);

  let before = null;
  let payload;
  const close = (result) => {
    payload = result;
    dialog.close();
    return true;
  };
  dialog.addEventListener('cancel', (event) => {
    if (!closeOnEscape) event.preventDefault();
  });
  dialog.addEventListener('click', (event) => {
    if (closeOnOverlayClick && event.target === dialog) close();
  });
  dialog.addEventListener('close', async () => {
    await before?.();
    unmount();
    dialog.remove();
    await onClose?.(payload);
  });

  const unmount = mount(holder, {
    context,
    resource: resource ?? undefined,
    close,
    escape: () => closeOnEscape && close(),
    beforeClose(callback) {
      before = callback;
      return true;
    },
  });
  dialog.showModal();
  return true;
}
