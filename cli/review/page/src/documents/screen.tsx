import { route } from "../base/route";
import { DocumentScreen } from "./document";
import { DocumentList } from "./list";

export function DocumentsScreen() {
  const { path } = route.value;
  return path[1] ? <DocumentScreen key={path[1]} id={Number(path[1])} /> : <DocumentList />;
}
