#!/usr/bin/env bash
# Lee un archivo grande repartido entre procesos (o máquinas) con GNU parallel y lo carga en una base.
# Uso: parallel.sh CARPETA_DE_PDF TRABAJO BASE.db [PARTES] [OPCIÓN DE parallel…]
#   con otras máquinas:  parallel.sh /archivo /compartida/trabajo archivo.db 64 --sshlogin nodo1,nodo2
# TRABAJO es una carpeta que todas las máquinas ven: allí quedan los extractos y un registro por parte. Lo que se corte
# se repite con la misma orden y sigue donde iba.
set -euo pipefail
archivo=$(realpath "$1"); mkdir -p "$2"; trabajo=$(realpath "$2"); base=$3; partes=${4:-$(nproc)}
shift $(($# < 4 ? $# : 4))
cotejo=${COTEJO:-cotejo}

find "$archivo" -iname '*.pdf' | sort > "$trabajo/lista.txt"
seq "$partes" | parallel -q --halt soon,fail=1 "$@" \
  "$cotejo" extract --files-from "$trabajo/lista.txt" --base-dir "$archivo" --shard "{}/$partes" -j 1 \
  -o "$trabajo/extractos" --log "$trabajo/parte-{}.jsonl" --resume --failed-ok
# 1 dice que los informes tienen hallazgos y 3 que alguno no se pudo leer del todo: ninguno es una falla de la carga.
estado=0
"$cotejo" load "$trabajo/extractos" --db "$base" || estado=$?
[ "$estado" -le 1 ] || [ "$estado" -eq 3 ] || exit "$estado"
