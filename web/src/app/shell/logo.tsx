/** The product's mark: two ends handed from one to the other. Decoration; its name stands beside it. */
export function Logo({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="#0b5cad" />
      <g fill="none" strokeWidth="3.2" strokeLinecap="round">
        <path d="M8 20a6 6 0 0 1 6-6h3" stroke="#fff" />
        <path d="M24 12a6 6 0 0 1-6 6h-3" stroke="#8fc3f7" />
      </g>
    </svg>
  );
}
