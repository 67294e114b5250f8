import { NothingHere } from "@/components/shell/nothing-here";

/** Inside the frame, which has the navigation and the page's landmark already. */
export default function NotFound() {
  return (
    <div className="mx-auto grid max-w-120 flex-1 content-center gap-6 px-6">
      <NothingHere />
    </div>
  );
}
